"""Section 9: all that is needed to make this report again, and to describe it in a paper."""

from analysis.report.labels import Labels
from analysis.report.material import Material
from analysis.report.parts import Block, Prose, Row, Section, Table
from analysis.report.provenance import parameters, versions


def reproduction(m: Material) -> Section:
    """Command, fingerprint, parameters, versions, timings, methods in both languages, limits, citation."""
    blocks: list[Block] = [
        Prose([m.command or m.say("from_library")], m.say("command_line"), code=True),
        Prose([m.study.corpus.fingerprint], m.say("fingerprint"), code=True),
        _parameters(m),
        _versions(m),
        _timings(m),
        Prose([_methods(m, "zh"), _methods(m, "en")], m.say("methods")),
        Prose([m.say(f"limit_{name}") for name in LIMITS], m.say("limits")),
        Prose(
            [m.say("citation", version=versions()["analysis"], fingerprint=m.study.corpus.fingerprint[:12])],
            m.say("cite"),
        ),
    ]
    return Section("reproduction", m.say("reproduction"), m.say("lead_reproduction"), blocks)


ABOUT = (
    "n_topics",
    "seed",
    "top",
    "jobs",
    "reprints",
    "lexicon",
    "threshold",
    "model",
)  # settings that have a label; a new one goes without until it gets one
TREATED = {"keep": "reprints_keep", "fold": "reprints_fold"}
LIMITS = ("protocol", "homonyms", "reprints", "survivors", "machine")


def _parameters(m: Material) -> Table:
    rows = [
        Row((p.name, str(p.default), str(p.chosen), m.say(f"about_{p.name}" if p.name in ABOUT else "about_setting")))
        for p in parameters(m.study)
    ]
    return Table(m.say("parameters"), m.columns(parameter="text", default="text", chosen="text", meaning="text"), rows)


def _versions(m: Material) -> Table:
    rows = [Row((name, version)) for name, version in versions().items()]
    return Table(m.say("versions"), m.columns(component="text", version="text"), rows, file="../manifest.json")


def _timings(m: Material) -> Table:
    rows = [Row((stage, time.get("wall_s"), time.get("cpu_s"))) for stage, time in m.study.timings.items()]
    return Table(m.say("timings"), m.columns(stage="text", wall_s="real", cpu_s="real"), rows)


def _methods(m: Material, language: str) -> str:
    say, study = Labels(language), m.study
    period = [day for day in study.documents["date"].str[:10] if day] or ["—"]
    return say(
        "methods_text",
        version=versions()["analysis"],
        n=f"{len(study.documents):,}",
        first=min(period),
        last=max(period),
        duplicates=f"{(study.documents['duplicate_of'] != '').sum():,}",
        treated=say(TREATED[study.settings.reprints]),
        people=f"{study.people['person'].nunique():,}",
        k=len(study.topics),
        seed=study.settings.seed,
        fingerprint=study.corpus.fingerprint[:12],
    )
