"""Credits, sources, datelines and adverts: lifted where they stand alone, left where they are prose."""

import ast
import itertools
from pathlib import Path
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.reading.furniture.credits import credits_in
from analysis.reading.furniture.datelines import dateline_length
from analysis.reading.furniture.line_rules import RULES
from analysis.reading.furniture.paragraphs import find_furniture
from analysis.reading.furniture.said import fields_of, lifted


def cleaned(text: str) -> str:
    kept, start = [], 0
    for cut in find_furniture(text).cuts:
        kept.append(text[start : cut.span.start])
        start = cut.span.stop
    return "".join([*kept, text[start:]]).strip("\n")


def facts(text: str) -> dict:
    found = find_furniture(text)
    return lifted(fields_of(text, found))


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("责任编辑：李墨轩 ", {"editors": ("李墨轩",)}),
        ("责任编辑：刘万里 SF014", {"editors": ("刘万里",)}),
        ("责编：甘 田", {"editors": ("甘田",)}),
        ("编辑 刘梦婕 校对 王心", {"editors": ("刘梦婕", "王心")}),
        ("编辑：甘田、闻立 校对：钟原", {"editors": ("甘田", "闻立", "钟原")}),
        ("（责任编辑：甘田）", {"editors": ("甘田",)}),
        ("责任编辑：", {}),
        ("来源：工业和信息化部机关党委、办公厅", {"source": "工业和信息化部机关党委、办公厅"}),
        ("来源|中国青年报", {"source": "中国青年报"}),
        ("文章来源：工人日报", {"source": "工人日报"}),
        ("（来源：工人日报）", {"source": "工人日报"}),
        (
            "来源：工人日报 作者：甘田 责任编辑：闻立",
            {"source": "工人日报", "reporters": ("甘田",), "editors": ("闻立",)},
        ),
        ("2021-11-12 19:05 来源：工人日报", {"source": "工人日报"}),
        ("发布时间：2021-11-12 来源：工人日报", {"source": "工人日报"}),
        ("原标题：会议召开 现场直击", {"original_title": "会议召开 现场直击"}),
        ("本报记者 甘田 闻立", {"reporters": ("甘田", "闻立")}),
        ("新京报记者 甘田", {"reporters": ("甘田",)}),
        ("作者：国家统计局综合司", {"reporters": ("国家统计局综合司",)}),
        ("记者：艾尔肯·吐尼亚孜", {"reporters": ("艾尔肯·吐尼亚孜",)}),
        ("文/甘田 图/闻立", {"reporters": ("甘田", "闻立")}),
        ("供稿：礼宾处　　核稿：甘田", {"reporters": ("礼宾处",), "editors": ("甘田",)}),
        ("版面编辑：甘田　值班主任：闻立　（2024年08月16日 第01版）", {"editors": ("甘田", "闻立")}),
        ("发布日期：2024-06-26 10:00　信息来源：办公室　浏览次数：656", {"source": "办公室"}),
        ("发布时间：2024年6月3日　字号：大 中 小", {}),
        ("（转自工人日报）　责任编辑：甘田", {"source": "工人日报", "editors": ("甘田",)}),
        ("（某某网讯）", {"source": "某某网"}),
        ("某某日报记者 甘田 东湖报道", {"reporters": ("甘田",)}),
        ("2024年08月16日 10:00　工人日报", {"source": "工人日报"}),
        ("编辑：甘田 闻立责任编辑：钟原", {"editors": ("甘田", "闻立", "钟原")}),
        ("责任编辑：甘田_NN0000", {"editors": ("甘田",)}),
        ("《 工人日报 》（ 2023年05月03日 04 版）", {"source": "工人日报"}),
        ("日期：2023-05-03 阅读：12次 字号：大 中 小", {}),
        ("新华社记者甘田、闻立", {"reporters": ("甘田", "闻立")}),
        ("（新华社记者甘田摄）", {"reporters": ("甘田",)}),
        ("（文字来源：工人日报）", {"source": "工人日报"}),
        ("責任編輯：甘田", {"editors": ("甘田",)}),
        ("記者 甘田", {"reporters": ("甘田",)}),
        ("來源：臨江日報 攝影：甘田", {"source": "臨江日報", "reporters": ("甘田",)}),
        ("發布時間：2023-05-03 來源：臨江日報", {"source": "臨江日報"}),
        ("一审：甘田 二审：闻立 三审：欧阳钟原", {"editors": ("甘田", "闻立", "欧阳钟原")}),
        ("审核 | 甘田", {"editors": ("甘田",)}),
        ("【纠错】 【责任编辑:甘田】", {"editors": ("甘田",)}),
        ("发布时间：2023-05-03 09:00:00 点击数：12 次 【字体：大 中 小】", {}),
        ("青报·青网记者 甘田 来源：青年报 ( 2023年04月03日   05 版)", {"reporters": ("甘田",), "source": "青年报"}),
        ("工人报—中工网记者 甘田 通讯员 闻立", {"reporters": ("甘田", "闻立")}),
        ("□ 本报记者 甘田", {"reporters": ("甘田",)}),
        ("《临江日报》（2023年04月03日 11版）", {"source": "临江日报"}),
        ("责任编辑：33", {}),
        ("总监制丨甘田　海报设计丨闻立", {"editors": ("甘田", "闻立")}),
        ("（文/甘田 图/闻立 审/易安）", {"reporters": ("甘田", "闻立"), "editors": ("易安",)}),
        ("2023-04-03 08:15:22来源：临江日报编辑：甘田", {"source": "临江日报", "editors": ("甘田",)}),
        ("（原题为《临江通报情况》）", {"original_title": "临江通报情况"}),
        ("責任編輯：陸知遠", {"editors": ("陸知遠",)}),
        ("[ 编辑：甘田 ]关闭", {"editors": ("甘田",)}),
        ("（甘田、闻立参与采写）", {"reporters": ("甘田", "闻立")}),
        ("（办公室 供稿）", {"reporters": ("办公室",)}),
        ("临讯记者：甘田   临讯编辑：闻立", {"reporters": ("甘田",), "editors": ("闻立",)}),
        ("文字 / 甘田", {"reporters": ("甘田",)}),
        ("监制｜甘田", {"editors": ("甘田",)}),
        ("临江经济报道记者甘田 实习生闻立 临江报道", {"reporters": ("甘田", "闻立")}),
        ("【我要纠错】 责任编辑：甘田", {"editors": ("甘田",)}),
        ("【记者】甘田 闻立", {"reporters": ("甘田", "闻立")}),
        ("【来源】 临江报业集团", {"source": "临江报业集团"}),
        ("（预警信息来源：临江市气象台）", {"source": "临江市气象台"}),
    ],
)
def test_a_credit_line_is_lifted_whole(line, expected):
    text = f"会议召开。\n{line}\n会议指出。"
    assert cleaned(text) == "会议召开。\n会议指出。"
    assert facts(text) == expected


@pytest.mark.parametrize(
    "line",
    [
        "来源：数据由各地上报。请勿引用。",
        "资金来源：中央财政拨款",
        "记者从会上获悉，今年增速为5%。",
        "记者：请您介绍一下情况。",
        "编辑部今天举行开放日。",
        "编辑工作是一门学问",
        "据消息来源称，会谈将继续。",
        "城乡统筹：推进发展",
        "时间：11月12日",
        "经济来源：务农",
        "主要来源于财政拨款",
        "（2023年9月27日第五次会议通过）",
        "（据统计，增速为5%）",
        "2021年11月12日，会议召开。",
        "下一步，将继续推进。",
        "时间：2023年5月3日",
        "日期：2023年5月3日",
        "本报记者探访",
        "记者会上公布",
        "二审：维持原判",
        "一审 判决",
        "初审：合格",
        "审核：符合条件",
        "审核 通过",
        "统筹 推进",
        "统筹 安排",
        "设计：新颖",
        "总策划：要有全局观念",
        "审：你为什么拿钱？",
        "制作 精良",
        "后期：加强管护",
        "资金来源：财政编辑：",
        "村民 甘玉兰：“一天能挣一百二。”",
    ],
)
def test_prose_that_looks_like_a_credit_stays(line):
    assert cleaned(f"甲。\n{line}\n乙。") == f"甲。\n{line}\n乙。"


@pytest.mark.parametrize(
    ("paragraph", "rest", "expected"),
    [
        ("会议召开。（记者安蓓）", "会议召开。", {"reporters": ("安蓓",)}),
        ("会议召开。（记者 甘田 闻立）（完）", "会议召开。", {"reporters": ("甘田", "闻立")}),
        ("会议召开。（记者甘田 通讯员闻立）", "会议召开。", {"reporters": ("甘田", "闻立")}),
        ("会议召开。（总台央视记者 甘田）", "会议召开。", {"reporters": ("甘田",)}),
        ("会议召开。（来源：工人日报）", "会议召开。", {"source": "工人日报"}),
        ("新京报快讯（记者 甘田）会议召开。", "会议召开。",
         {"dateline": "新京报快讯（记者 甘田）", "reporters": ("甘田",)}),
        ("新华社南京12月7日电2021两岸峰会召开。", "2021两岸峰会召开。", {"dateline": "新华社南京12月7日电"}),
        ("　　新华社北京2021年3月7日电　会议召开。", "　　会议召开。", {"dateline": "新华社北京2021年3月7日电"}),
        ("新华社北京3月7日电（记者甘田、闻立）会议召开。", "会议召开。",
         {"dateline": "新华社北京3月7日电（记者甘田、闻立）", "reporters": ("甘田", "闻立")}),
        ("本报临江3月7日讯 会议召开。", "会议召开。", {"dateline": "本报临江3月7日讯"}),
        ("本报讯（记者 甘田）会议召开。", "会议召开。", {"dateline": "本报讯（记者 甘田）", "reporters": ("甘田",)}),
        ("人民网北京11月12日电 （记者甘田）会议召开。", "会议召开。",
         {"dateline": "人民网北京11月12日电 （记者甘田）", "reporters": ("甘田",)}),
        ("中新社北京11月12日电 (记者 甘田)会议召开。", "会议召开。",
         {"dateline": "中新社北京11月12日电 (记者 甘田)", "reporters": ("甘田",)}),
        ("新华社北京/临江11月12日电 会议召开。", "会议召开。", {"dateline": "新华社北京/临江11月12日电"}),
        ("新华社北京、临江11月12日至13日电 会议召开。", "会议召开。", {"dateline": "新华社北京、临江11月12日至13日电"}),
        ("据新华社临江11月12日电（记者甘田）会议召开。", "会议召开。",
         {"dateline": "据新华社临江11月12日电（记者甘田）", "reporters": ("甘田",)}),
        ("本报临江3月7日讯 记者甘田、闻立报道：会议召开。", "会议召开。",
         {"dateline": "本报临江3月7日讯 记者甘田、闻立报道", "reporters": ("甘田", "闻立")}),
        ("央视网消息（新闻联播）：会议召开。", "会议召开。", {"dateline": "央视网消息（新闻联播）"}),
        ("财讯社5月2日电，公司公告。", "公司公告。", {"dateline": "财讯社5月2日电"}),
        ("云上临江讯（通讯员 甘田）会议召开。", "会议召开。",
         {"dateline": "云上临江讯（通讯员 甘田）", "reporters": ("甘田",)}),
        ("【临江网报道 记者 甘田】会议召开。", "会议召开。", {"reporters": ("甘田",)}),
        ("【临江时报特约记者 甘田】会议召开。", "会议召开。", {"reporters": ("甘田",)}),
        ("（海島社記者陸知遠鹿嶼3日電）會議召開。（編輯：蘇見微）1120403", "會議召開。",
         {"dateline": "（海島社記者陸知遠鹿嶼3日電）", "editors": ("蘇見微",)}),
        ("（臨江報記者 陸知遠）會議召開。", "會議召開。", {"reporters": ("陸知遠",)}),
    ],
)  # fmt: skip
def test_datelines_and_brackets_are_lifted_from_a_paragraph(paragraph, rest, expected):
    assert cleaned(paragraph) == rest
    assert facts(paragraph) == expected


@pytest.mark.parametrize(
    "paragraph",
    [
        "据新华社消息，会议召开。",
        "工地传来喜讯（见上图），大桥合龙。",
        "国家发改委网站消息，会议召开。",
        "记者21日了解到，会议召开。",
        "12月7日电力供应恢复正常。",
        "好消息：今年免学费。",
        "新华社记者5月3日电话采访了甘田。",
        "临江新闻5月3日电视直播了会议。",
        "临江日报社5月3日讯问了两人。",
        "中新网5月3日消息显示，水价不变。",
        "《泵站》（作者：甘田，编辑：闻立）获一等奖。",
        "数据显示（来源：统计局），增速为5%（来源：统计局）。",
        "他说（记者会上）不便透露。",
        "（记者提问）请问部长。",
        "会议（新闻联播）播出。",
        "澎湃新闻（www.example.invalid）记者从研究会获悉，会议召开。",
    ],
)
def test_paragraphs_that_only_look_so_stay(paragraph):
    assert cleaned(paragraph) == paragraph


@pytest.mark.parametrize(
    "line",
    [
        "海量资讯、精准解读，尽在新浪财经APP",
        "举报/反馈",
        "分享到： 微信 朋友圈 QQ空间",
        "【字体：大 中 小】 打印本页 关闭窗口",
        "点击查看原文",
        "免责声明：本文仅代表作者观点，不代表本网立场。",
        "返回搜狐，查看更多",
        "扫一扫在手机打开当前页",
        "相关附件：无",
        "上一条：图书馆延长开放时间",
        "（本文作者系某报记者，文章仅代表个人观点）",
        "“特别声明：以上作品为自媒体平台用户上传并发布。",
        "凡本网注明来源的稿件，转载请注明出处。",
        "未经授权，不得转载",
        "上一页 1 2 3 下一页",
        "共3页 第1页",
        "【1】 【2】 下一页",
        "当前位置：首页 > 要闻 > 正文",
        "您现在的位置：青石之窗 >> 新闻 >> 正文",
        "首页 > 政务公开 > 公示公告",
        "版权所有：青石县人民政府　技术支持：信息中心",
        "网站标识码：0000000000　京ICP备00000000号",
        "Copyright © 2023 青石之窗",
        "▲供水流程图",
        "5月3日，东湖泵站外景。新华社记者 甘田 摄",
        "东湖泵站 视觉中国 图",
        "图片来源：视觉中国",
        "相关阅读：东湖泵站检修",
        "更多精彩内容请进入国内频道",
        "点击下方“青石发布”关注我们",
        "长按识别二维码，关注我们",
        "青石网客户端下载",
        "- END -",
        "标签：枫林路、施工",
        "下载“红枫云”客户端，掌上看新闻",
        "请关注“临江发布”微信公众号",
        "更多原创资讯请下载“临江新闻”APP。",
        "了解更多，请扫描下方二维码",
        "扫描二维码关注我们",
        "往期推荐：东湖泵站检修",
        "东湖泵站外景。甘田 拍摄",
        "我来说两句",
        "图为农机手在作业。",
        "巨轮驶离码头 图自“临江发布”",
        "监控视频截图",
        "图源网络，侵删",
        "（图片来自网络）",
        "本文系临江网独家稿件，未经授权，不得转载。",
        "声明：本文为作者原创，转载请联系授权，图片来源于网络，如有侵权请联系删除。",
        "本网所有资讯内容不构成投资建议，股市有风险，投资需谨慎。",
        "封面图片来源：视觉中国-VCG0000",
        "本文来自微信公众号：水务观察（ID：swgc），作者：甘田，题图来自：视觉中国",
        "以下文章来源于临江普法 ，作者甘田",
        "想看世界的人，都在三十刻APP",
        "特别提醒：如果我们使用了您的图片，请作者与本站联系索取稿酬。",
        "读者热线：0000-00000000",
        "完",
        "图片：部分来自网络",
        "转载请附上原文出处链接和本文声明。",
        "本文链接：https://example.invalid/a.html",
        "下一个：已经是最后一篇",
        "返回列表",
        "投稿邮箱：a@example.invalid",
        "新闻热线：0000-0000000",
        "视频加载中...",
        "点击上方蓝字",
        "关注我们",
        "您的浏览器不支持视频播放",
    ],
)
def test_adverts_share_bars_and_disclaimers_go(line):
    assert cleaned(f"会议召开。\n{line}") == "会议召开。"


@pytest.mark.parametrize(
    "line",
    [
        "会议分享了经验，打印了材料。",
        "收藏",
        "标签：这是一种身份。",
        "关键词：创新",
        "下载量居首的客户端获奖，评委称赞其设计新颖别致",
        "广告",
        "第1页记载了此事。",
        "微信",
        "1",
        "他站在当前位置上回望首页上的照片。",
        "该公司是游戏版权所有者，提起诉讼。",
        "请关注公众号发布的消息，以免错过。",
        "展览展出他拍摄的照片。供图者众多，",
        "这样便可以还款。商报记者甘田/文闻立/摄",
        "↑增容至21家影院",
        "未经批准，不得转载他人作品，这是法律的规定；违者必究。",
        "气温升至35摄氏度",
        "来信请寄：临江市东湖路1号",
        "上一任局长甘田：要有担当",
        "相关新闻发布会今天举行",
        "网友评论说，泵站来得及时。",
        "过去要跑三个窗口，如今市民打开手机，登录“临江通”APP。",
        "老人不会用，社区干部上门教他们下载“临江通”APP。",
        "如今更多老人学会了下载“临江通”APP。",
        "截至4月底，三万人关注了“临江水务”微信公众号。",
        "考生须登录“临江人事”小程序",
        "缴费人可扫描二维码缴费。",
        "他说，“现在扫一扫二维码，就能查到水质。”",
        "这组镜头由战地记者冒死拍摄",
        "凡注明来源的数据，可以引用。",
        "法院认为，被告未经授权转载原告文章，应当赔偿损失。",
        "条例规定，未经许可，任何单位不得转载、复制个人信息。",
        "双方声明，合作不针对第三方，本地区各国立场得到尊重。",
        "他展示手机上的聊天截图，说这就是证据",
        "这组图自上而下画了三层塔",
        "上图书馆成了市民的习惯。",
        "力图为群众办实事。",
        "报料人称，泵站夜里很吵。",
        "联系电话：0000-0000000",
        "本地供水不构成影响，专家建议继续观察。",
        "他从网络上买来图片，做成贺卡。",
        "关注我们的下一代",
        "本文来自一次谈话，作者当时在场。",
        "会议（甘田主持，闻立整理材料）召开。",
        "（水务局整理）",
        "（由专家参与采访）",
        "编号为1120403",
        "图片 / 高清",
        "收入来源：务工",
        "作业写完",
        "记者探访实习生宿舍",
        "【记者】是一种职业",
    ],
)
def test_lines_of_articles_with_such_words_stay(line):
    assert cleaned(f"会议召开。\n{line}") == f"会议召开。\n{line}"


def test_credits_in_brackets_at_the_edges_of_a_paragraph_are_those_of_the_article():
    text = "（来源：工人日报）今天开会。\n新华社临江3月7日电商务部召开会议。（作者：甘田）（编辑：闻立）（完）\n作者：钟原 2023-05-03"
    assert cleaned(text) == "今天开会。\n商务部召开会议。"
    assert facts(text) == {
        "reporters": ("甘田", "钟原"),
        "editors": ("闻立",),
        "source": "工人日报",
        "dateline": "新华社临江3月7日电",
    }


def test_a_dateline_in_traditional_characters():
    assert cleaned("新華社臨江3月7日電　會議召開。（記者甘田）") == "會議召開。"
    assert facts("新華社臨江3月7日電　會議召開。（記者甘田）") == {
        "reporters": ("甘田",),
        "dateline": "新華社臨江3月7日電",
    }


def test_in_an_interview_the_reporter_speaks():
    interview = "记者：水价会涨吗？\n甘田：不会。\n记者：明白\n记者：谢谢"
    assert cleaned(f"记者：闻立\n{interview}\n本报记者 闻立\n编辑：钟原") == interview
    assert facts(f"记者：闻立\n{interview}\n编辑：钟原") == {"reporters": ("闻立",), "editors": ("钟原",)}


def test_entries_of_a_list_go_with_the_line_that_opens_it():
    assert cleaned("会议召开。\n分享到：\n微信\n微博\n上一页\n1\n2\n下一页") == "会议召开。"


def test_links_after_related_articles_go_only_if_nothing_but_headlines_follows():
    assert cleaned("会议召开。\n相关阅读：\n某地召开会议\n某市部署工作") == "会议召开。"
    assert cleaned("相关阅读：\n会议召开了，大家都很高兴。") == "相关阅读：\n会议召开了，大家都很高兴。"


def test_furniture_at_both_ends_leaves_the_text_between():
    assert cleaned("来源：工人日报\n作者：甘田\n甲。\n乙。\n责任编辑：闻立\n举报/反馈") == "甲。\n乙。"


def test_buttons_channels_and_terms_behind_the_editors_go():
    article = "东湖泵站3日启用，日供水三万吨，惠及十万居民。\n市水务局局长钟原出席。\n"
    foot = "责任编辑：甘田\n媒体矩阵\n临江网客户端\n临江客户端，关注天下大事，为用户推送政策解读。\n某镇修路"
    assert cleaned(article + foot) == article.strip()


@pytest.mark.parametrize(
    "behind",
    ["会议还决定，6月起施行新规。", "附件：名单", "临江市水务局\n2023年5月3日", "1月\n3.1", "“水很清。”"],
)
def test_the_text_goes_on_behind_editors(behind):
    text = f"东湖泵站3日启用，日供水三万吨，惠及十万居民。\n责任编辑：甘田\n{behind}"
    assert cleaned(text) == text.replace("责任编辑：甘田\n", "")


def test_short_lines_behind_editors_that_stand_at_the_head_stay():
    assert cleaned("责任编辑：甘田\n一湖春水绿\n两岸柳丝长") == "一湖春水绿\n两岸柳丝长"
    assert cleaned("会议。\n责任编辑：甘田\n一湖春水绿\n两岸柳丝长") == "会议。\n一湖春水绿\n两岸柳丝长"


def test_the_card_of_a_portal_goes_and_what_follows_it_stays():
    card = "索 引 号：\nLJ000/2023-1\n发文机关：\n临江市水务局\n文　　号：\n有 效 性：\n"
    paper = "关于供水的通知\n各县人民政府：\n现将办法印发给你们。\n发文机关：临江市水务局"
    assert cleaned(card + "各县人民政府：\n" + paper) == "各县人民政府：\n" + paper
    assert cleaned("发布机构：水务局　文号：临水〔2023〕1号　成文日期：2023-05-03\n" + paper) == paper


@pytest.mark.parametrize(
    "text",
    [
        "名称：泵站\n分类：供水\n会议。",
        "会议召开。\n各地参加。\n索引号：1\n文号：2\n名称：3",
        "文号：\n会议召开，各地参加。",
    ],
)
def test_labels_that_are_no_card_stay(text):
    assert cleaned(text) == text


def test_where_pictures_are_the_story_their_captions_stay():
    gallery = "4月2日，航拍东湖。甘田 摄\n4月2日，游客观鸟。甘田 摄"
    assert cleaned(gallery) == gallery
    assert cleaned("责任编辑：闻立\n" + gallery) == gallery
    assert cleaned(gallery + "\n东湖的水清了。") == "东湖的水清了。"


@pytest.mark.parametrize("names", ["甘田 闻立", "甘田明", "临江台 甘田", "甘田、闻立、易安"])
def test_names_alone_behind_the_last_sentence_are_the_writers(names):
    assert cleaned(f"会议召开。\n会议指出，要落实。（{names}）\n责任编辑：钟原") == "会议召开。\n会议指出，要落实。"
    assert cleaned(f"会议召开。\n（{names}）") == "会议召开。"
    assert cleaned(f"会议召开。（{names}）\n会议指出。") == f"会议召开。（{names}）\n会议指出。"


@pytest.mark.parametrize("inside", ["全文", "试用期一年", "水务局", "临江市纪委监委", "高清", "下转第二版", "甘田，男"])
def test_other_brackets_behind_the_last_sentence_stay(inside):
    assert cleaned(f"会议召开。（{inside}）") == f"会议召开。（{inside}）"


def test_names_inside_the_last_sentence_stay():
    assert cleaned("会议召开。\n出席的有两位局长（甘田明、闻立）") == "会议召开。\n出席的有两位局长（甘田明、闻立）"


def test_all_that_stands_behind_an_end_mark_at_the_foot_goes():
    text = "今日公布供水检讨结果，共十二项建议，全部接纳，五月起施行，为期三年，由水务署督办。\n完\n2023年4月3日（星期一）\n临江时间12时00分"
    assert cleaned(text) == "今日公布供水检讨结果，共十二项建议，全部接纳，五月起施行，为期三年，由水务署督办。"


def test_a_bullet_near_the_head_tells_the_writer():
    assert cleaned("□ 甘田\n会议召开。") == "会议召开。"
    assert facts("春到东湖\n■甘田 闻立\n一湖春水绿。") == {"reporters": ("甘田", "闻立")}
    assert cleaned("会议选出：\n□ 甘田\n□ 闻立") == "会议选出：\n□ 甘田\n□ 闻立"
    assert cleaned("□ 供水正常\n会议召开。") == "□ 供水正常\n会议召开。"


def test_credits_between_bars_go_behind_known_ones():
    assert cleaned("会议召开。\n编辑丨甘田\n新栏丨闻立 易安") == "会议召开。"
    assert cleaned("会议召开。\n主讲丨闻立") == "会议召开。\n主讲丨闻立"


def test_nothing_is_cut_twice():
    found = find_furniture("来源：甲报\n编辑：甘田\n\n会议。（记者闻立）（完）\n责编：甘田\n校对：闻立")
    spans = [cut.span for cut in found.cuts]
    assert all(a.stop <= b.start for a, b in itertools.pairwise(spans))


def test_the_agency_is_no_name():
    assert credits_in("记者从采访中获悉", bracket=True) == []
    assert dateline_length("今年的好消息 不少") == 0


def test_each_field_stands_where_it_says():
    text = "2021-11-12 19:05 来源：工人日报\n原标题：会议召开\n本报临江3月7日讯（记者甘 田、闻立）会议召开。\n责任编辑：钟原 SF000"
    assert [(f.name, f.value, text[f.start : f.stop]) for f in fields_of(text, find_furniture(text))] == [
        ("published", "2021-11-12 19:05", "2021-11-12 19:05"),
        ("source", "工人日报", "工人日报"),
        ("original_title", "会议召开", "会议召开"),
        ("dateline", "本报临江3月7日讯（记者甘 田、闻立）", "本报临江3月7日讯（记者甘 田、闻立）"),
        ("reporters", "甘田", "甘 田"),
        ("reporters", "闻立", "闻立"),
        ("editors", "钟原", "钟原"),
    ]


NAMES = st.text(alphabet="甘田闻立钟原易安", min_size=2, max_size=3)


@given(
    st.lists(NAMES, min_size=1, max_size=4),
    st.sampled_from(["、", " ", "　", "，"]),
    st.sampled_from(["编辑：", "责任编辑：", "记者 "]),
)
def test_every_name_of_a_credit_line_is_a_field_in_its_place(names, separator, role):
    text = f"会议召开。\n{role}{separator.join(names)}"
    fields = fields_of(text, find_furniture(text))
    assert [field.value for field in fields] == names
    assert [text[field.start : field.stop] for field in fields] == names


@given(st.text(alphabet="会议召开分享打印首页上一来源编辑记者：（）。 >\n电讯月日0甘田摄", max_size=80))
def test_cuts_are_in_order_apart_and_inside_the_text(text):
    spans = [cut.span for cut in find_furniture(text).cuts]
    assert all(0 <= span.start < span.stop <= len(text) for span in spans)
    assert all(a.stop <= b.start for a, b in itertools.pairwise(spans))


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_no_line_meets_a_pattern_without_a_word_that_the_rule_hangs_on(rule):
    """The words are looked for first, for speed: a match without one would be lost."""
    nodes = ast.walk(ast.parse(Path(__file__).read_text(encoding="utf-8")))
    written = {node.value for node in nodes if isinstance(node, ast.Constant) and isinstance(node.value, str)}
    matched = [line for line in written if rule.pattern.match(line)]
    assert matched
    assert [line for line in matched if not any(word in line for word in rule.words)] == []


STARTS = ["", *"分享 下一页 当前位置 正文 更多 本报讯（ 编辑： 记者 版权所有 新华社".split()]


@pytest.mark.parametrize(
    "filling", ["1", "A+", " ", ">", "甲>", "甲 ", "（", "【】", "、", "大", "记者", "更多", "摄", "年1月"]
)
def test_no_line_takes_long(filling):
    """A pattern that tries every way to split a line would take minutes for one of these."""
    begun = process_time()
    for start, end in itertools.product(STARTS, ["", "x", "摄", "。"]):
        find_furniture(f"{start}{filling * 55}{end}"[:119])
        find_furniture(f"{start}{filling * 3000}{end}")
    assert process_time() - begun < 2
