"""Traditional characters of credits and furniture read as the simplified ones of the rules: 責任編輯 as 责任编辑.

Only characters that the rules hang on are folded, one for one, so that every place stays right; the text itself, and
names where they can be found in it, stay as they are written.
"""

_TRADITIONAL = "記編責輯來攝圖標題權轉載審報訊電網聲點擊關閱讀鏈發佈時間業絡資員實習統籌採寫專頁視頻評論掃碼號戶聯繫隊"
_SIMPLIFIED = "记编责辑来摄图标题权转载审报讯电网声点击关阅读链发布时间业络资员实习统筹采写专页视频评论扫码号户联系队"
_FOLDED = str.maketrans(_TRADITIONAL, _SIMPLIFIED)
_TELLING = "記編攝電"  # one stands in nearly every line that matters; a text without them is not looked at twice


def simplified(text: str) -> str:
    """The text as the rules read it, as long as before.

    >>> simplified("責任編輯：陸知遠"), simplified("发展") is simplified("发展")
    ('责任编辑：陸知遠', True)
    """
    return text.translate(_FOLDED) if any(character in text for character in _TELLING) else text
