"""Other scripts and foreign names of several words: what is replaced in a text before it is cut into words.

Chinese, Japanese, Russian and Arabic have the commonest nouns, colours and materials only; all else stays as it is
written and is named as not understood.
"""

import re
import unicodedata
from functools import lru_cache

from engine.planner.wording.vocabulary import VOCABULARY
from engine.planner.wording.words import lemmas

# English: Chinese and Japanese, Russian stems, Arabic; several ways to write one are separated by a slash.
_ROWS = """
chair: 椅子/椅/いす/イス, стул, كرسي
table: 桌子/桌/テーブル, стол, طاولة
sofa: 沙发/ソファ, диван, أريكة/كنبة
bed: 床/ベッド, кроват, سرير
lamp: 台灯/灯/ランプ, ламп, مصباح
bookshelf: 书架/本棚, книжный шкаф/книжн полк, رف كتب
wardrobe: 衣柜/クローゼット, шкаф, خزانة
mirror: 镜子/鏡, зеркал, مرآة
door: 门/ドア/扉, двер, باب
window: 窗户/窗/窓, окн, نافذة
house: 房子/房屋, дом, بيت/منزل
castle: 城堡, замок, قلعة
church: 教堂/教会, церк/церков, كنيسة
bridge: 桥/橋, мост, جسر
tower: 塔, башн, برج
car: 汽车/小汽车/车/車, машин/автомобил, سيارة
bicycle: 自行车/自転車, велосипед, دراجة
motorcycle: 摩托车/バイク, мотоцикл, دراجة نارية
plane: 飞机/飛行機, самолёт/самолет, طائرة
boat: 船/小船/ボート, лодк, قارب
train: 火车/電車, поезд, قطار
bus: 公共汽车/バス, автобус, حافلة
truck: 卡车/トラック, грузовик, شاحنة
rocket: 火箭/ロケット, ракет, صاروخ
phone: 手机/携帯電話, телефон, هاتف
laptop: 笔记本电脑/ノートパソコン, ноутбук, حاسوب محمول
camera: 相机/カメラ, камер/фотоаппарат, كاميرا
clock: 时钟/钟/時計, часы, ساعة
vase: 花瓶, ваз, مزهرية
mug: 杯子/マグカップ/カップ, кружк/чашк, كوب/فنجان
bottle: 瓶子/ボトル, бутылк, زجاجة
teapot: 茶壶/ティーポット, чайник, إبريق
book: 书, книг, كتاب
guitar: 吉他/ギター, гитар, غيتار
piano: 钢琴/ピアノ, пианино/роял, بيانو
robot: 机器人/ロボット, робот, روبوت
cat: 猫, кошк/кот, قطة
dog: 狗/犬, собак, كلب
horse: 马/馬, лошад, حصان
tree: 树/木, дерев, شجرة
flower: 花, цвет, زهرة
kitchen: 厨房/キッチン, кухн, مطبخ
bedroom: 卧室/寝室, спальн, غرفة نوم
fridge: 冰箱/冷蔵庫, холодильник, ثلاجة
washing machine: 洗衣机/洗濯機, стиральн машин, غسالة
key: 钥匙/鍵, ключ, مفتاح
sword: 剑/剣, меч, سيف
hat: 帽子, шляп, قبعة
shoe: 鞋子/鞋/靴, туфл/ботин, حذاء
crown: 皇冠/王冠, корон, تاج
wooden: 木头/木制/木质/木の/木製, деревянн, خشبي/خشبية
glass: 玻璃/ガラス, стеклянн, زجاجي
steel: 钢/スチール, стальн/металлическ, معدني
leather: 皮革/革, кожан, جلدي
red: 红色/红/赤い/赤, красн, أحمر/حمراء
blue: 蓝色/蓝/青い/青, син, أزرق/زرقاء
green: 绿色/绿/緑, зелён/зелен, أخضر/خضراء
yellow: 黄色/黄, жёлт/желт, أصفر/صفراء
black: 黑色/黑/黒い/黒, чёрн/черн, أسود/سوداء
white: 白色/白い/白, бел, أبيض/بيضاء
golden: 金色, золот, ذهبي/ذهبية
small: 小さい, маленьк, صغير/صغيرة
large: 大きい, больш, كبير/كبيرة
modern: 现代/モダンな, современн, حديث/حديثة
made of wood: из дерев/из древесин, من الخشب/من خشب
made of metal: из металл, من المعدن/من معدن
made of glass: из стекл, من الزجاج/من زجاج
made of steel: из стал
made of leather: из кож
on: на
under: под
with: с/со
without: без
and: и
beside: рядом с/возле
two: два/две
three: три
four: четыре
roof: крыш
leg: ножк
back: спинк
handle: ручк
"""
_PICTOGRAM = re.compile("[\u2600-\u27bf\U0001f300-\U0001f3fa\U0001f400-\U0001faff]\ufe0f?")
_FILLERS = re.compile(r"(?<=[a-z ])[的のな個个一]+(?=[\s\w]|$)")
# Foreign names of several words, and the one word by which `languages` knows them.
_NAMES = {
    "mesa de noche": "mesadenoche", "mesita de noche": "mesadenoche", "isla de cocina": "isladecocina",
    "mesa de centro": "mesadecentro", "mesa de comedor": "mesadecomedor", "lámpara de pie": "lámparadepie",
    "lámpara de techo": "lámparadetecho", "silla de ruedas": "silladeruedas", "abat jour": "abatjour",
    "table de nuit": "tabledenuit", "table de chevet": "tabledenuit", "table basse": "tablebasse",
    "salle de bain": "salledebain", "salle de bains": "salledebain", "fauteuil roulant": "silladeruedas",
    "îlot de cuisine": "isladecocina", "machine à laver": "machinealaver", "salle à manger": "salleamanger",
}  # fmt: skip
_COUNTS = {
    "ein": 1, "einen": 1, "zwei": 2, "deux": 2, "dos": 2, "drei": 3, "trois": 3, "tres": 3, "vier": 4, "quatre": 4,
    "cuatro": 4, "fünf": 5, "cinq": 5, "cinco": 5, "sechs": 6, "seis": 6, "acht": 8, "huit": 8, "ocho": 8, "zehn": 10,
    "dix": 10, "diez": 10, "zwanzig": 20, "vingt": 20, "veinte": 20, "dreißig": 30, "trente": 30, "treinta": 30,
}  # fmt: skip
_UNITS = r"(?=\s+(?:meter|metern|mètres?|metros?|zentimeter|centimètres?|centímetros?|zoll|pouces?|cm)\b)"
_COUNTED = re.compile(rf"\b({'|'.join(_COUNTS)})\b{_UNITS}", re.IGNORECASE)
_LENGTHS = re.compile(r"(?<=\d )(zentimeter|centimètre|centímetro|metern)s?\b", re.IGNORECASE)
_AXES = {"haut": "tall", "hauteur": "tall", "alto": "tall", "altura": "tall", "large": "wide", "largeur": "wide",
         "ancho": "wide", "long": "long", "longueur": "long", "largo": "long", "profundo": "deep"}  # fmt: skip
_SIDE = re.compile(rf"(?<=\w) de ({'|'.join(_AXES)})\b", re.IGNORECASE)
_SIZED = re.compile(r"(\d\s*(?:cm|m|mm|mètres?|metros?))(?=\W|$)", re.IGNORECASE)
_OTHER = re.compile(r"[\u0400-\u04ff\u0600-\u06ff\u3040-\u30ff\u4e00-\u9fff]")


@lru_cache(maxsize=1)
def _table() -> tuple[re.Pattern[str], dict[str, str]]:
    """Return a pattern of all words of other scripts, the longest first, and what each means."""
    table = {
        word: english
        for english, _, words in (row.partition(": ") for row in _ROWS.strip().splitlines())
        for word in words.replace(", ", "/").split("/")
    }
    longest = sorted(table, key=len, reverse=True)
    whole = "|".join(re.escape(word) for word in longest if word[0] >= "\u3040")
    spaced = "|".join(re.escape(word) for word in longest if word[0] < "\u3040")
    return re.compile(
        rf"(?P<whole>{whole})|\b(?:ال)?(?P<spaced>{spaced})(?:[ыиауеоьяюё]|ом|ой|ами|ах|ов|[ыиое]й|ая|яя|[ое]е|[ое]го|[ое]му|[ыи]е|[ыи]х|[ыи]м|[ую]ю|ью|ей|ям|ем|ик|ики|)\b"
    ), table


@lru_cache(maxsize=1)
def _names() -> re.Pattern[str]:
    words = sorted(_NAMES, key=len, reverse=True)
    return re.compile(r"\b(?:" + "|".join(word.replace(" ", r"[\s\u2060-]+") for word in words) + r")\b", re.IGNORECASE)


def pictured(text: str) -> tuple[list[str], str]:
    """Return pictograms that show nothing known, and the text in which others stand by their Unicode names: a car."""
    unknown: list[str] = []

    def named(found: re.Match[str]) -> str:
        name = lemmas(unicodedata.name(found[0][0], ""))
        for said in (name, name.rpartition(" ")[2], name.partition(" ")[0]):  # a european castle, a cat's face
            if said in VOCABULARY and VOCABULARY[said].thing:
                return f" {said} "
        unknown.append(found[0])
        return " "

    return unknown, _PICTOGRAM.sub(named, text)


def in_latin(text: str) -> str:
    """Return a normalised text with words of other scripts in English, and foreign lengths as figures with units."""
    if _OTHER.search(text):
        pattern, table = _table()
        text = pattern.sub(lambda found: f" {table[found['whole'] or found['spaced']]} ", text.casefold())
        text = _FILLERS.sub(" ", text)
    text = _COUNTED.sub(lambda found: str(_COUNTS[found[1].casefold()]), text)
    text = _LENGTHS.sub(lambda found: "m" if found[1].casefold() == "metern" else "cm", text)
    if _SIZED.search(text):
        text = _SIDE.sub(lambda found: f" {_AXES[found[1].casefold()]}", text)
    return _names().sub(lambda found: _NAMES[" ".join(re.findall(r"\w+", found[0].casefold()))], text)
