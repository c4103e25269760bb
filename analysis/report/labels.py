"""Every word of the report in two languages: key, Chinese, English."""

from analysis.errors import AnalysisError, value_invalid

LANGUAGES = ("zh", "en")


class Labels:
    """Say things in one language.

    Raises
    ------
    AnalysisError
        For a language that is neither `zh` nor `en`.

    >>> Labels("en")("topic_n", topic=3), Labels("zh")("topic_n", topic=3)
    ('Topic 3', '主题 3')
    """

    def __init__(self, language: str) -> None:
        if language not in LANGUAGES:
            raise AnalysisError(value_invalid("language", language, LANGUAGES))
        self.language = language
        self._column = LANGUAGES.index(language)

    def __call__(self, key: str, **values: object) -> str:
        """The label of `key`, with its blanks filled."""
        return LABELS[key][self._column].format(**values)


LABELS: dict[str, tuple[str, str]] = {
    # the page
    "report": ("语料报告", "Corpus report"),
    "contents": ("目录", "Contents"),
    "texts": ("原文", "Texts"),
    "nothing_here": ("没有可列的内容。", "Nothing to list."),
    "first_of": ("列出 {total} 行中的 {shown} 行，全部见", "{shown} of {total} rows; all of them in"),
    "quoted": ("“{text}”", "{text}"),
    "comma": ("、", ", "),
    "all": ("全部", "all"),
    "other": ("其他", "other"),
    # headline
    "documents": ("文档", "documents"),
    "unique": ("去重后", "without duplicates"),
    "characters": ("字符", "characters"),
    "sources": ("来源", "sources"),
    "named_mentions": ("名称出现", "names in texts"),
    "named_officials": ("官员", "officials"),
    "named_bodies": ("机构", "bodies"),
    "topics": ("主题", "topics"),
    "no_dates": ("没有可用的日期", "no usable dates"),
    "sentence_corpus": (
        "语料共 {n} 篇，时间为 {period}；{source}占 {share}，为最大来源。",
        "The corpus has {n} documents, {period}; the largest source is {source}, with {share}.",
    ),
    "sentence_corpus_plain": ("语料共 {n} 篇，时间：{period}。", "The corpus has {n} documents; period: {period}."),
    "sentence_copies": (
        "其中 {n} 篇（{share}）与更早的一篇全文相同。",
        "{n} of them ({share}) repeat the full text of an earlier one.",
    ),
    "sentence_official": (
        "带职务出现的官员有 {people} 人，篇数最多的是{title}{person}（{n} 篇）。",
        "{people} people stand with an office; {person} ({title}) does so in most documents, {n}.",
    ),
    "sentence_keywords": ("得分最高的关键词是{words}。", "The keywords with the highest scores are {words}."),
    "sentence_topic": (
        "文档分为 {k} 个主题，最大的是{label}，占 {share}。",
        "The documents fall into {k} topics; the largest is {label}, with {share}.",
    ),
    # 1 overview
    "overview": ("概览与数据质量", "Overview and data quality"),
    "lead_overview": (
        "读入 {n} 篇；{problems} 个文件在读取时有问题。先看告警，再看分布。",
        "{n} documents were read; {problems} files gave trouble. Alerts first, then the distributions.",
    ),
    "alerts": ("告警", "Alerts"),
    "all_good": ("各项检查均通过。", "All checks passed."),
    "passed": ("通过的检查：{n} 项", "Checks that passed: {n}"),
    "skipped_found": ("{n} 个文件未能读入，已跳过。", "{n} files could not be read and were skipped."),
    "skipped_good": ("没有跳过任何文件。", "No file was skipped."),
    "repaired_found": ("{n} 个文件经修补后读入。", "{n} files were read after a repair."),
    "repaired_good": ("没有需要修补的文件。", "No file needed a repair."),
    "undated_found": (
        "{n} 篇没有日期，不进入任何时间图。",
        "{n} documents have no date and are in no figure over time.",
    ),
    "undated_good": ("每篇都有日期。", "Every document has a date."),
    "future_found": ("{n} 篇的日期晚于今天。", "{n} documents are dated after today."),
    "future_good": ("没有晚于今天的日期。", "No date lies in the future."),
    "untitled_found": ("{n} 篇没有标题。", "{n} documents have no title."),
    "untitled_good": ("每篇都有标题。", "Every document has a title."),
    "short_found": ("{n} 篇清理后几乎没有正文。", "{n} documents have next to no text after cleaning."),
    "short_good": ("每篇都有正文。", "Every document has a text."),
    "damaged_found": (
        "{n} 篇含有无法还原的乱码字符（U+FFFD）。",
        "{n} documents contain characters lost to a wrong encoding (U+FFFD).",
    ),
    "damaged_good": ("没有乱码字符。", "No characters were lost to a wrong encoding."),
    "duplicates_found": ("{n} 篇与更早的一篇全文相同。", "{n} documents repeat the full text of an earlier one."),
    "duplicates_good": ("没有全文相同的文档。", "No two documents have the same text."),
    "one_source_found": ("{source}占 {share}，其他来源很少。", "{source} has {share} of the documents."),
    "one_source_good": ("没有来源超过 {share}。", "No source has more than {share}."),
    "thin_found": (
        "{total} 个月中有 {n} 个月不足 {least} 篇，这些月份的占比不可靠。",
        "{n} of {total} months have fewer than {least} documents; their shares are unreliable.",
    ),
    "thin_good": ("每个月至少 {least} 篇。", "Every month has at least {least} documents."),
    "gap_found": (
        "{before} 之后连续 {n} 天没有文档，到 {after} 才恢复。",
        "No document for {n} days in a row, between {before} and {after}.",
    ),
    "gap_good": (
        "没有反常的 {n} 天以上空白（或文档太稀，无法判断）。",
        "No odd gap of {n} days or more (or too few documents to tell).",
    ),
    "plot_documents_by_month": ("每月文档数", "Documents by month"),
    "about_documents_by_month": (
        "按来源堆叠，柱顶数字为当月篇数；超过十年的语料按年合并。",
        "Stacked by source; the number is the month's n. Periods of more than ten years are drawn by year.",
    ),
    "plot_calendar": ("每日文档数", "Documents by day"),
    "about_calendar": (
        "一格一天，颜色越深篇数越多；空白处即没有文档的日子。",
        "A square is a day; darker is more. Pale squares are days without documents.",
    ),
    "calendar_year": ("{year} 年  n={n:,}，全期一日最多 {peak} 篇", "{year}  n={n:,}; busiest day of all: {peak}"),
    "month_name": ("{month} 月", "{month:02d}"),
    "monday": ("一", "Mo"),
    "friday": ("五", "Fr"),
    "plot_lengths": ("文档长度", "Length of documents"),
    "about_lengths": ("横轴为对数刻度，竖线为中位数。", "Logarithmic axis; the line is the median."),
    "chars_log": ("字符数（对数刻度，n={n:,}）", "characters (logarithmic, n={n:,})"),
    "median_is": ("中位数 {n}", "median {n}"),
    "no_documents": ("没有文档", "no documents"),
    "plot_filled_fields": ("字段完整度", "Fields that are filled"),
    "about_filled_fields": (
        "各字段非空的文档比例（%），全部与主要来源。",
        "Percentage of documents whose field is filled, over all and for the largest sources.",
    ),
    "field_title": ("标题", "title"),
    "field_date": ("日期", "date"),
    "field_source": ("来源", "source"),
    "field_author": ("作者", "author"),
    "field_editors": ("编辑", "editors"),
    "field_n_chars": ("正文", "text"),
    "duplicate_groups": ("全文相同的文档", "Texts that stand more than once"),
    "no_source": ("（无来源）", "(no source)"),
    # 2 keywords
    "keywords": ("关键词", "Keywords"),
    "lead_keywords": (
        "词、名称与固定短语按 TF-IDF 排序；原文栏给出每个词的出处。",
        "Words, names and fixed phrases by TF-IDF; each row opens the texts behind it.",
    ),
    "plot_keyword_bars": ("全语料关键词", "Keywords of the corpus"),
    "about_keyword_bars": (
        "得分只能在同一语料内比较；点击条形可到原文。",
        "Scores compare within one corpus only; a click on a bar leads to the texts.",
    ),
    "score_tf_idf": ("得分（TF-IDF）", "score (TF-IDF)"),
    "plot_keyword_trends": ("关键词逐月占比", "Keywords over the months"),
    "about_keyword_trends": (
        "含该词的文档占当月文档的比例。各图纵轴自零起、刻度各自独立；n 为含该词的文档总数；空心点表示当月不足 5 篇。",
        "Share of the month's documents with the term. Each panel has its own scale from zero; n counts the documents "
        "with the term; hollow dots: fewer than 5 documents in that month.",
    ),
    "no_keywords": ("没有关键词", "no keywords"),
    "corpus_keywords": ("全语料关键词与原文", "Keywords of the corpus, with texts"),
    "document_keywords": ("各篇关键词（节选）", "Keywords of each document (excerpt)"),
    # 3 entities
    "entities": ("人物、机构、地点", "Persons, organisations, places"),
    "lead_entities": (
        "只计作为行动者或地点出现的名称；理论名称、修饰语、署名与引语中的另计，见 mentions.csv。",
        "Names that appear as such. Those inside doctrines, epithets, bylines and quotations are in mentions.csv only.",
    ),
    "plot_entity_bars": ("出现最多的名称", "Names in most documents"),
    "about_entity_bars": ("数字为文档数。", "The number counts documents."),
    "persons": ("人物", "Persons"),
    "organisations": ("机构", "Organisations"),
    "places": ("地点", "Places"),
    "plot_person_trends": ("人物逐月占比", "Persons over the months"),
    "about_person_trends": (
        "提及该人物的文档占当月文档的比例，阴影为 95% 区间（Wilson）；n 为文档总数；空心点表示当月不足 5 篇。",
        "Share of the month's documents that name the person, with its 95 % interval (Wilson); n counts documents; "
        "hollow dots: fewer than 5 documents in that month.",
    ),
    # 4 officials
    "officials": ("官员", "Officials"),
    "lead_officials": (
        "{documents} 篇中读出 {n} 条任职：{person} 人、{title} 种职务、{body_full} 个机构。",
        "{n} positions were read in {documents} documents: {person} people, {title} titles, {body_full} bodies.",
    ),
    "caveat": ("读法", "How to read this"),
    "protocol_caveat": (
        "排名先后反映的是那一次会议的礼宾次序，不是权力大小。同名者以机构区分；文中未写明的机构留空，不作推测。",
        "The order of a list reflects the protocol of that meeting, not power. Namesakes are told apart by body; "
        "a body that the text does not tell is left empty and never guessed.",
    ),
    "plot_appearances": ("出现时间线", "Appearances"),
    "about_appearances": (
        "一点为某人带职务出现的一天（点过多时合并为一周或更长），颜色为当日首个职务。点击姓名可到名册。",
        "A dot is a day (a week or more where there are too many) on which the person stands with an office; "
        "the colour is the first title of that day. A click on a name leads to the roster.",
    ),
    "other_titles": ("其他职务", "other titles"),
    "plot_body_bars": ("机构", "Bodies"),
    "about_body_bars": ("有人以该机构职务出现的文档数。", "Documents in which somebody holds an office of the body."),
    "bodies_by_documents": ("机构（文档数）", "bodies (documents)"),
    "plot_title_bars": ("职务", "Titles"),
    "about_title_bars": ("职务按原文，含级别。", "Titles as written, with their grades."),
    "titles_by_documents": ("职务（文档数）", "titles (documents)"),
    "plot_precedence": ("名单先后", "Order in lists"),
    "about_precedence": (
        "两人同在一份名单时，行排在列之前的百分比；空白表示没有共同名单。行序依排前比例，仅描述这些名单。",
        "Of the lists with both, the percentage in which the row stands before the column; blank: no such list. "
        "Rows are sorted by that percentage, which describes these lists only.",
    ),
    "plot_together": ("同篇出现", "Who stands with whom"),
    "about_together": ("两人都带职务出现的文档数。", "Documents in which both stand with an office."),
    "no_officials": ("没有带职务的人物", "nobody stands with an office"),
    "no_pairs": ("带职务的人物不足两人", "fewer than two people with an office"),
    "no_lists": ("没有名单", "no lists"),
    "roster": ("名册", "Roster"),
    "lists": ("名单次序", "Lists and their order"),
    "turned_order": ("次序不一致的两人", "Pairs whose order turned"),
    "company": ("同篇出现的两人", "Pairs in the same documents"),
    "changes": ("任免与非现职", "Personnel acts and posts not held today"),
    # 5 topics
    "topic_section": ("主题", "Topics"),
    "lead_topics": (
        "每篇归入最近的一个主题，共 {n} 个。主题的效度要靠阅读判断，稳定度只说明能否重现。",
        "Each document belongs to its nearest topic, of {n}. Only reading shows whether a topic is valid; stability "
        "says whether it comes back.",
    ),
    "plot_topic_scan": ("主题数的选择", "How many topics"),
    "about_topic_scan": (
        "对每个候选数重复聚类，稳定度为重复结果的一致程度，竖线为标准误，虚线为选定者。",
        "Each number was tried repeatedly: stability is the agreement of the repetitions, with its standard error; the "
        "dashed line is the number chosen.",
    ),
    "no_scan": ("主题数由使用者指定，未作比较", "the number of topics was given, none was compared"),
    "stability": ("稳定度", "stability"),
    "chosen_k": ("选定 {k}", "chosen: {k}"),
    "number_of_topics": ("主题数", "number of topics"),
    "topic_n": ("主题 {topic}", "Topic {topic}"),
    "plot_topic_bars": ("主题词", "Words of the topics"),
    "about_topic_bars": ("权重只能在同一主题内比较。", "Weights compare within one topic only."),
    "plot_topic_trends": ("主题逐月占比", "Topics over the months"),
    "about_topic_trends": (
        "主题占当月文档的比例，阴影为 95% 区间，各图同一刻度；n 为文档总数；空心点表示当月不足 5 篇。",
        "Share of the month's documents, with its 95 % interval, all panels on one scale; n counts documents; hollow "
        "dots: fewer than 5 documents in that month.",
    ),
    "plot_topic_similarity": ("主题之间的相似度", "How near the topics are"),
    "about_topic_similarity": ("主题中心的余弦（×100）。", "Cosine of the topics' centres (× 100)."),
    "no_topics": ("没有主题", "no topics"),
    "topic_table": ("主题一览", "Topics"),
    "stability_note": (
        "稳定度为子样本重聚类的平均 Jaccard 重合度：0.75 以上稳定，0.6 以上可见，以下易散。",
        "Stability is the mean Jaccard overlap in reclustered subsamples: .75 and above stable, .6 a pattern, below "
        "that it dissolves. All of it in",
    ),
    "stable": ("稳定", "stable"),
    "pattern": ("可见", "pattern"),
    "dissolving": ("易散", "dissolving"),
    "representative": ("代表文档", "Documents that show a topic best"),
    "representative_note": ("每个主题中间距最大的三篇。", "The three with the largest margin."),
    "boundary": ("边界文档", "Documents on the border"),
    "boundary_note": ("每个主题中间距最小的三篇。", "The three with the smallest margin."),
    # 6 problems
    "problems": ("问题清单", "Problems"),
    "lead_problems": ("{files} 个文件，共 {n} 条。", "{n} rows from {files} files."),
    "no_problems": ("所有文件都顺利读入。", "Every file was read without trouble."),
    "problem_kinds": ("按种类", "By kind"),
    "problem_rows": ("逐条", "Row by row"),
    # 7 reproduction
    "reproduction": ("复现", "Reproduction"),
    "lead_reproduction": (
        "同样的输入、设置与版本，得到同样的数据文件。每个输入文件的校验值见 manifest.json。",
        "The same input, settings and versions give the same data files. The hash of each input is in manifest.json.",
    ),
    "command_line": ("命令", "Command"),
    "from_library": ("由 Python 程序生成（write_report）", "made from Python (write_report)"),
    "fingerprint": ("语料指纹（SHA-256）", "Fingerprint of the corpus (SHA-256)"),
    "parameters": ("参数", "Parameters"),
    "about_n_topics": ("主题数", "number of topics"),
    "about_seed": ("随机种子", "seed of the random numbers"),
    "about_top": ("每篇关键词数", "keywords of each document"),
    "about_jobs": ("进程数，不影响结果", "processes; changes no result"),
    "about_setting": ("", ""),
    "versions": ("版本", "Versions"),
    "timings": ("用时（秒）", "Time spent (seconds)"),
    "methods": ("方法说明（可用于论文）", "Methods, for a paper"),
    "methods_text": (
        "以 analysis {version} 读取 {n} 篇文档（{first} 至 {last}），"
        "其中 {duplicates} 篇与更早文档全文相同，保留并标记。"
        "分词后以 TF-IDF 提取词、名称与短语为关键词；人名、机构名、地名由模型与规则识别；"
        "官员的职务与机构按句法规则从原文读出，共 {people} 人，文中未写明者留空。"
        "文档聚为 {k} 个主题（随机种子 {seed}），稳定度由子样本重聚类的 Jaccard 重合度衡量。"
        "占比的 95% 区间用 Wilson 法。语料指纹 {fingerprint}。",
        "We read {n} documents ({first} to {last}) with analysis {version}; {duplicates} repeat the full text of an "
        "earlier one and were kept and marked. Keywords are words, names and phrases ranked by TF-IDF after "
        "segmentation. Persons, organisations and places were found by a model and rules; the offices and bodies of "
        "{people} people were read from the text by rules of syntax, and left empty where the text does not tell. "
        "Documents were clustered into {k} topics (seed {seed}); stability is the Jaccard overlap in reclustered "
        "subsamples. 95 % intervals of shares are Wilson's. Fingerprint of the corpus: {fingerprint}.",
    ),
    "limits": ("局限", "Limits"),
    "limit_protocol": ("名单次序是礼宾次序，不等于权力。", "The order of lists is protocol, not power."),
    "limit_homonyms": (
        "同名同机构的不同人会合为一人；同一人改名或异写会分为两人。",
        "Namesakes in one body are merged; one person under two spellings is split.",
    ),
    "limit_reprints": (
        "转载计入篇数；逐字相同的已标记，改写的没有。",
        "Reprints count. Verbatim ones are marked, rewritten ones are not.",
    ),
    "limit_survivors": (
        "语料只含抓取时仍在网上的页面，已删除的不在其中。",
        "The corpus holds what was online when it was crawled; deleted pages are missing.",
    ),
    "limit_machine": (
        "识别有误差；引用任何数字之前请看原文栏与 CSV 中的位置。",
        "Recognition errs; read the texts and positions behind a number before you cite it.",
    ),
    "cite": ("引用方式", "How to cite"),
    "citation": (
        "analysis {version}，《语料报告》，语料指纹 {fingerprint}。",
        "analysis {version}, corpus report, fingerprint of the corpus {fingerprint}.",
    ),
    # column heads
    "source": ("来源", "source"),
    "n_documents": ("篇数", "documents"),
    "share": ("占比", "share"),
    "n_duplicates": ("重复", "duplicates"),
    "median_chars": ("字数中位", "median length"),
    "first_seen": ("首见", "first"),
    "last_seen": ("末见", "last"),
    "title": ("标题", "title"),
    "n_copies": ("份数", "copies"),
    "rank": ("序", "rank"),
    "keyword": ("关键词", "keyword"),
    "score": ("得分", "score"),
    "date": ("日期", "date"),
    "name": ("名称", "name"),
    "n_mentions": ("次数", "mentions"),
    "person": ("姓名", "person"),
    "title_held": ("职务", "title"),
    "body_full": ("机构", "body"),
    "persons_in_list": ("人数", "persons"),
    "order_of_names": ("次序", "order"),
    "other_person": ("另一人", "other"),
    "before": ("在前", "before"),
    "after": ("在后", "after"),
    "act": ("任免", "act"),
    "modifier": ("修饰", "modifier"),
    "topic": ("主题", "topic"),
    "label": ("名称", "label"),
    "verdict": ("判断", "verdict"),
    "words": ("主题词", "words"),
    "margin": ("间距", "margin"),
    "kind": ("种类", "kind"),
    "path": ("文件", "file"),
    "line": ("行", "line"),
    "message": ("说明", "message"),
    "action": ("处理", "action"),
    "rows": ("条数", "rows"),
    "files": ("文件数", "files"),
    "parameter": ("参数", "parameter"),
    "default": ("默认", "default"),
    "chosen": ("所选", "chosen"),
    "meaning": ("含义", "meaning"),
    "component": ("组件", "component"),
    "version": ("版本", "version"),
    "stage": ("阶段", "stage"),
    "wall_s": ("总时", "wall"),
    "cpu_s": ("处理器", "CPU"),
}
