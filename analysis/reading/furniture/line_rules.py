"""Whole lines that are furniture on any site: one rule a row of `RULES`; credits are read by `furniture.credits`.

Add a rule: its kind, its name, words of which one stands in every line that it can match, and a pattern for the whole
line; an example that goes and one that stays in `tests/test_reading_furniture.py`. A rule must leave prose alone.
"""

import re
from functools import lru_cache
from typing import NamedTuple

from analysis.reading.furniture.credits import ROLE_WORDS, Credit, any_of, credits_in

MAX_LINE = 120  # characters; longer lines are prose, or a disclaimer
_CENTURIES = ("19", "20")  # 2021-11-12 19:05　工人日报
_DISCLAIMER_OPENINGS = '免版特郑“"【[（('
# What rules may match in a line that ends as a sentence.
_SENTENCE_WORDS = (
    "APP App app 客户端 公众号 视频号 小程序 海量资讯 观点 转载 凡本网 凡注明 浏览器 资料图 原标题 图为 上图 下图 左图 右图 图说"
    " 版权 侵权 侵删 投资建议 立场 法律责任 网络".split()
)

_LINK_WORDS = (
    "相关阅读 相关新闻 相关报道 相关链接 相关文章 相关推荐 相关稿件 延伸阅读 推荐阅读 更多阅读 往期回顾 往期推荐 往期精选 猜你喜欢 新闻链接 更多推荐 热文推荐 为您推荐 为你推荐"
    " 热门推荐 热点新闻 精彩推荐 更多新闻".split()
)
_LINK = f"(?:{'|'.join(_LINK_WORDS)})"
# What an advert says and a report on an app does not: 更多资讯请下载…; prose goes 市民打开手机，登录“临江通”APP。
_APP = "(?:APP|客户端|公众号|视频号|小程序)"
_MORE = (
    ".{0,40}(?:(?:更多|独家|原创|海量|精彩).{0,4}(?:内容|资讯|新闻|信息|报道|精彩|详情|视频|作品|解读|服务|故事)"
    "|(?:了解|查看|阅读|获取)(?:更多|详情|全文)).{0,6}?"
)
_PLEASE = "(?:敬?请您?|欢迎(?:您|大家)?|立即|马上|快来|赶快|点击|扫码|长按|记得|搜索|微信)*"
# Who speaks in the terms that stand under an article, and what they say.
_OURS = (
    "(?:本(?:文|篇|稿|稿件|作品|内容|网|网站|站|报|刊|版|栏目|专栏|台|社|号|平台|公众号|账号)|此(?:文|内容)|该文|我[社网报台]|以上(?:内容|文章|图文)|(?:独家|原创)(?:稿件|内容|文章|作品)"
    "|[报网社台]版权作品|所有(?:资讯|文字|文章)?内容|图片来源|转载与?合作)"
)
_TERMS = (
    "(?:未经.{0,16}(?:授权|许可|允许|同意).{0,24}(?:不得|严禁|禁止|请勿|谢绝|不可).{0,16}(?:转载|使用|复制|镜像|摘编|引用)"
    "|转载.{0,8}(?:请|须|需)(?:务必|提前|先)?(?:注明|联系|标注|获得|授权|附上?|保留)|转载与?合作(?:可|请)联系|版权(?:均)?(?:归|属)(?:于)?.{0,16}所有|(?:侵权|侵删).{0,10}(?:联系|删除|告知|处理)"
    "|(?:请|立即|及时)(?:与)?.{0,10}联系.{0,6}删除|不构成.{0,12}建议|(?:仅代表|只代表).{0,12}观点|不代表.{0,16}(?:立场|观点)|与本.{1,4}(?:立场)?无关|追究.{0,12}(?:法律)?责任)"
)
RELATED_HEADING = re.compile(
    rf"\W*(?:{_LINK}|(?:视频|新闻|图片|专题|栏目|频道|编辑|小编|文章|好文|今日|热点)推荐|.{{0,6}}热[榜搜])\W*$"
)


class Rule(NamedTuple):
    """A kind of furniture, the rule's name, the words it hangs on, and what the line looks like from its start."""

    kind: str
    name: str
    words: tuple[str, ...]
    pattern: re.Pattern[str]


def _rule(kind: str, name: str, words: str, pattern: str) -> Rule:
    return Rule(kind, name, tuple(words.split()), re.compile(pattern, re.IGNORECASE))


RULES = (
    _rule("advert", "invitation to an app", "APP app App 客户端 公众号 视频号 小程序 海量资讯",
          rf".*海量资讯、精准解读|{_MORE}(?:下载|打开|关注|尽在|登录|请看).{{0,16}}{_APP}[”\"』」）)！。]*$|[^。]{{0,30}}(?:都|尽|就)在.{{1,12}}{_APP}$|.{{0,16}}(?:APP|客户端)下载$"
          rf"|\W*{_PLEASE}(?:下载|打开|关注).{{0,16}}{_APP}[”\"』」）)！]*(?:[\s，,、]*(?:阅读|查看|浏览|掌上|获取|了解|享|随时|看?更多|看全文|第一时间)[^。]{{0,12}})?$"),
    _rule("advert", "invitation to follow", "关注 订阅 更多 蓝字 二维码 名片",
          r"\W*(?:点击|长按|戳|扫描|扫码|识别).{0,24}(?:关注|订阅)(?:我们)?\W*$|\W*(?:点击|轻触|戳|长按)(?:上方|下方|这里|左侧)?.{0,4}(?:蓝字|蓝色字|二维码|名片|小程序码?)\W*$|\W*(?:欢迎|记得|快来)?(?:关注|订阅)我们\W*$|.{0,6}更多.{0,6}(?:内容|资讯|新闻|报道|信息).{0,4}(?:请|尽在|点击|关注|进入|搜索|下载)[^。]{0,20}$"),
    _rule("advert", "QR code", "扫描 扫一扫 扫码",
          rf"\W*{_PLEASE}(?:点击|长按|识别|用|使用|手机|微信|或|、|及)*扫(?:描|一扫|码).{{0,10}}二维码[^。]{{0,12}}$|{_MORE}扫(?:描|一扫|码).{{0,10}}二维码|\W*扫一扫.{{0,4}}(?:手机|微信).{{0,10}}$|\W*扫码(?:关注|下载|分享|阅读|观看)[^。]{{0,12}}$"),
    _rule("advert", "link to the rest", "返回搜狐 举报 点击 原文 全文",
          r".*返回搜狐，查看更多|\W*举报[/／]反馈\W*$|\W*点击(?:查看|阅读|进入|下方).{0,4}(?:原文|更多|全文|下一页|专题)\W*$|\W*(?:阅读原文|阅读全文|展开全文|查看全文|点击加载更多)\W*$"),
    _rule("related", "no enclosure", "相关附件", r"相关附件[:：]\s*无?$"),
    _rule("share", "share bar", "分享 打印 字号 字体 关闭窗口 关闭本页 返回顶部 返回列表 纠错 复制链接 A+",
          r"(?=.*(?:分享|打印|字号|字体|关闭(?:窗口|本页)|返回(?:顶部|列表)|纠错|复制链接|A\+))"
          r"(?:(?:一键)?分享(?:到|至|文章|本文|本页)?|打印(?:本页|本文|文本|此文)?|关闭(?:窗口|本页)?|字号|字体|(?:加入)?收藏(?:本页)?|(?:我要)?纠错|返回(?:顶部|首页|列表)?"
          r"|微信(?:好友|扫一扫)?|朋友圈|新浪微博|腾讯微博|微博|QQ(?:空间|好友)?|人人网|豆瓣|复制链接|评论|点赞|转发|放大|缩小|默认|正常|大|中|小|A[+-]?|T[+-]?|\d+|[\s:：|/／、，【】\[\]()（）·>«»+-])++$"),
    _rule("pagination", "page numbers", "页",
          r"(?=.*(?:[上下尾末]一?页|共\s*\d+\s*页|第\s*\d+\s*页))(?:[上下]一页|首页|尾页|末页|共?第?\s*\d+\s*页|共|第|页|当前|转到|跳转到?|GO|\d+|[\s/|…,，.:：>»«<·\[\]【】（）()-])++$"),
    _rule("breadcrumb", "path to the page", "位置： 位置: 位置是 位置在 首页 正文",
          r"\W*(?:您?(?:现在|当前|所在|目前)?(?:所在)?的?位置|你的位置)(?:是|在)?\s*(?:[:：]|(?=首页)).{0,100}$"
          r"|\W*(?:网站|本站|中文|新闻)?首页\s*(?:[>＞»›→/]|-+>|&gt;)+\s*\S[^。！？]*$|(?:[^\s>＞»›]{1,10}+\s*+[>＞»›]++\s*+){2,6}(?:正文|详情|内容)\s*$"),
    _rule("related", "next article", "上一条 下一条 上一篇 下一篇 上一页 下一页 上一个 下一个 上一则 下一则", r"\W*[上下]一[条篇页个则]\s*[:：]"),
    _rule("related", "link in one line", " ".join(_LINK_WORDS), rf"[【\[]?{_LINK}[】\]]?\s*[:：>|]\s*\S[^。！？]{{0,60}}$"),
    _rule("tags", "tags", "标签 Tag tag TAG", r"(?:文章|本文)?(?:标签|Tags?)\s*[:：>]+\s*\S[^。]{0,60}$"),
    _rule("footer", "owner of the site", "ICP 公网安备 标识码 Copyright copyright COPYRIGHT 版权所有 Rights ©",
          r"\W*(?:Copyright|©|版权所有(?![者权人]))|.{0,60}(?:ICP[备证]|公网安备|网站标识码|All Rights Reserved)|\S{0,20}\s?版权所有(?![者权人])"),
    _rule("caption", "photographer", "摄 攝 供图 图片来源 图源 图来源 视觉中国 资料图",
          r"[^。！？]{0,60}[。 　]?[^。！？]{0,30}(?:(?<![/／拍偷航])[摄攝](?:影报道)?|(?<=[\s　])拍摄|供图)[）)]?$|\W*(?:(?:封面|题图|头图|首图|配图|文中)+(?:图片)?来源|图片来源|图源|题图来源)\s*[:：/／丨|｜]\s*\S{1,30}$|[^。]{0,40}资料图片?。?[）)]?$|[^。]{0,60}(?:视觉中国|新华社|中新社|资料|CFP)\s*供?图片?$"),
    _rule("caption", "what a picture shows", "图为 上图 下图 左图 右图 图说 图自 截图", r"(?:[（(]?(?:图为|图说[:：]|[上下左右]图[:：为]|题图[:：为])[^。]{2,80}。?[）)]?|[^。！？]{0,40}[\s　（(|]图自[^。，]{2,20}|[^，。！？：]{0,12}(?:视频|网络|网页|微博|微信|监控|通报|直播|新闻|节目|画面)截图[）)]?)$"),
    _rule("caption", "picture from the net", "网络 互联网",
          r"[（(]?(?:(?:本文|文中|以上|部分)*(?:配图|图片|图文|图|素材|视频|封面图?)(?:均|皆|部分)*(?:来源|源|来自|取自|摘自|选自)(?:于|自|[:：])?(?:互联)?网络?|(?:图片|图|配图|素材)[:：](?:部分|均)?来自(?:互联)?网络?)(?:[，,。；;\s/／].{0,30})?[）)]?$"),
    _rule("end mark", "end mark", "END End end 全文完 正文完 完", r"\W*(?:THE )?(?:END|全文完|正文完)\W*$|完$"),
    _rule("caption", "pointing up", "▲ △", r"[▲△]\s*\S.{0,90}$"),
    _rule("disclaimer", "own view", "观点", r"[（(](?:本文|文章|以上).{0,24}观点.{0,20}[）)]\W*$|(?:本文|文章|以上).{0,10}仅代表.{0,12}(?:个人|作者|本人).{0,4}观点.{0,40}$"),
    _rule("disclaimer", "terms of reuse", "转载 凡本网 凡注明",
          r"\W*(?:凡(?:本[网站]|注明[“\"‘：:]|注明[^。，]{0,8}(?:来源|转载|出处)的?[“\"‘：:]).{0,20}(?:注明|来源|稿件|作品)|未经.{0,12}(?:授权|许可|允许|同意).{0,16}(?:转载|使用|复制)|(?:欢迎)?转载(?:请|须|需|时).{0,8}注明)"),
    _rule("disclaimer", "terms of this article", "转载 版权 侵权 侵删 删除 建议 观点 立场 无关 责任 未经",
          rf"(?=.*{_OURS})(?=.*{_TERMS}).{{0,300}}$"),
    _rule("source", "where the text comes from", "本文 文章", r"(?:本文|文章|以下文章|以下内容)(?:首发于|来自|来源于|转自|转载自|源自|选自|摘自)[^。]{0,40}(?:公众号|ID|作者|授权|微信号|题图|客户端|APP)[^。]{0,60}$"),
    _rule("link", "address of the page", "http", r"(?:本文|原文|文章|本页)?(?:链接|地址|网址|来源)[:：]\s*https?://\S+$"),
    _rule("contact", "how to reach the desk", "投稿 供稿 来稿 报料 爆料 读者 新闻热线 新闻线索 商务 广告",
          r"(?:欢迎)?(?:投稿|供稿|来稿|报料|爆料|新闻|读者|商务合作|广告合作|广告)(?:邮箱|热线|电话|微信|QQ|信箱|线索)?[:：]\s*[\w@.（）()+/、，\s-]{5,60}$"),
    _rule("comments", "comment box", "评论 说两句",
          r"\W*(?:我来?说两句|(?:我要|发表|查看|网友|最新|热门|全部|精彩)评论|登录后.{0,6}评论|文明上网.{0,12}理性.{0,6}|(?:暂无|还没有).{0,3}评论|评论\s*[（(]?\d*[）)]?)[\W\d]*$|网友评论仅供"),
    _rule("player", "player", "正在加载 正在播放 浏览器 播放器 加载中 缓冲中 观看视频 播放视频 收听音频", r"\W*(?:视频|音频|图片|页面|内容)?(?:正在)?(?:加载|缓冲|播放)中\W*$|\W*(?:点击|戳)?(?:这里)?(?:观看|播放|收听)(?:完整)?(?:视频|音频)\W*$|\W*正在(?:加载|播放)\W*$|.{0,8}浏览器(?:暂?不支持|版本过低).{0,40}$|\W*播放器?加载.{0,6}$"),
)  # fmt: skip
_DISCLAIMER = re.compile(
    r"[“\"【\[（(]?(?:免责声明|版权声明|特别声明|郑重声明|特别提醒|特别说明|声明)[】\]）)]?\s*+[:：]?\s*+"
    r"(?:$|.*(?:本文|本网|本站|本号|作者|版权|转载|观点|投资|侵权|平台|上传))"
)
# Further entries of a list that one of these lines opened: 分享到： / 微信 / 微博; 上一页 / 1 / 2.
_CONTINUED = {
    "share": re.compile(
        r"(?:微信(?:好友)?|朋友圈|新浪微博|腾讯微博|微博|QQ(?:空间|好友)?|人人网|豆瓣|复制链接|打印|关闭|收藏|评论|点赞|[大中小])"
    ),
    "pagination": re.compile(r"\d{1,3}|\W{1,3}"),
    "advert": re.compile(r"\W*(?:欢迎|点击|长按|即可)*关注(?:我们|精彩内容|更多.{0,8}|.{0,12}(?:公众号|视频号))?\W*"),
    **dict.fromkeys(
        ("editors", "reporters", "source"),
        re.compile(
            r"[\u3400-\u9fff]{2,6}\s?[丨|｜∣︱┃/／]\s?[\u3400-\u9fff]{2,3}(?:[、\s　][\u3400-\u9fff]{2,3}){0,5}"
        ),
    ),
    "disclaimer": re.compile(r".*(?:版权|转载|授权|侵权|侵删|投稿|不构成|仅供参考).*"),
}
# One look at a line tells most prose from what may be furniture; each rule and each credit hangs on one of these words.
# A line that ends as a sentence is looked at for few: no credit, caption or bar ends so.
_TRIGGER = any_of({word for rule in RULES for word in rule.words} | set(ROLE_WORDS))
_IN_SENTENCES = any_of(set(_SENTENCE_WORDS))
_SENTENCE_ENDS = "。；"


class Verdict(NamedTuple):
    """What a line is: its kind (empty for none), the rule that says so, and its credits."""

    kind: str = ""
    rule: str = ""
    credits: tuple[Credit, ...] = ()


_NONE = Verdict()


def whole_line(line: str, before: str = "") -> Verdict:
    """What a line without indent is as a whole; `before` is the kind of the line above it.

    >>> whole_line("分享到： 微信 朋友圈").kind, whole_line("会议分享了经验。").kind
    ('share', '')
    """
    if len(line) <= MAX_LINE:
        if (
            _IN_SENTENCES.search(line)
            if line[-1:] in _SENTENCE_ENDS
            else _TRIGGER.search(line) or line[:2] in _CENTURIES
        ):
            verdict = _judged(line)
            if verdict.kind:
                return verdict
        if before and (more := _CONTINUED.get(before)) and more.fullmatch(line):
            return Verdict(before, "entry of a list")
    if line[:1] in _DISCLAIMER_OPENINGS and _DISCLAIMER.match(line):
        return Verdict("disclaimer", "named disclaimer")
    return _NONE


@lru_cache(maxsize=4096)  # furniture recurs: one editor's line stands under thousands of posts
def _judged(line: str) -> Verdict:
    if credits := credits_in(line):
        return Verdict(credits[0].kind, "credit line", tuple(credits))
    for rule in RULES:
        if any(word in line for word in rule.words) and rule.pattern.match(line):
            return Verdict(rule.kind, rule.name)
    return _NONE
