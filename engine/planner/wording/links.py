"""Words that join phrases, and words that say nothing by themselves."""

HAS, OF, AND, ASIDE, ASK, BUT, NOT = "has", "made of", "and", "aside", "ask", "but", "not"
RELATIONS = frozenset((
    "on", "under", "beside", "left of", "right of", "around", "against", "in", "behind", "in front of", "above",
    "between",
))  # fmt: skip

LINKS: dict[str, str] = {
    phrase: link
    for link, phrases in {
        HAS: "with, has, have, had, having, featuring, feature, including, includes, whose, comes with, equipped "
             "with, fitted with, topped with, decorated with, filled with, together with, along with, complete "
             "with, surrounded by, full of, set with, accompanied by, w, should have, must have, should also have,"
             " must also have, need to have, needs to have, has to have, have to have, shall have, loaded with, "
             "stuffed with, packed with, overflowing with, holding, containing, carrying, boasting, offering, "
             "sporting, wearing",
        OF: "of, made of, made from, made out of, out of, is, are, was, were, made in, wrapped in, covered in, "
             "clad in, covered with, finished in, painted in, upholstered in, consisting of, crafted from, carved "
             "from, built from, built of, constructed of, constructed from, made only of, made entirely of, is "
             "made of, are made of, be made of, only of, made purely of, made, dressed in, should be, must be, has"
             " to be, have to be, needs to be, need to be, shall be, should all be, bound in, lined with, lined "
             "in, trimmed with, trimmed in, coated in, coated with, plated with, plated in, wrapped with, done in,"
             " sheathed in, faced with, clad with, hewn from, woven from, moulded from, molded from, cast in, "
             "forged from",
        AND: "and, or, plus, as well as, also, n",
        BUT: "but, instead, rather, yet, however, though",
        NOT: "no, without, not, sans, w o, minus, lacking, never, omit, remove, except, excluding, anything but, "
             "everything but, instead of, rather than, free of, nor, none, neither, avoid, skip, except for, "
             "without any, no more, other than, don't, doesn't, isn't, aren't, hate",
        ASIDE: "for, to, that, which, who, where, when, while, like, as, than, because, so, if, after, before, "
             "during, until, from, you, whom, using, used for, about, shaped like, shaped as, in the shape of, in "
             "the form of, looks like, that looks like, looking like, similar to, inspired by, called, named, "
             "since, what, whatever, wherever",
        ASK: "would like, i like, would love, looking for, show me, give me, make me, build me, draw me, get me, i"
             " want, make sure that, make sure, ensure that, ensure, be sure that, see to it that, i need, we "
             "need, we want, would really love, in need of, dream of, i'd like, we'd like, id like, can i get, "
             "can i have, could i get, could i have, may i have, can we get, can we have",
        "on": "on, on top of, on top, upon, atop, onto, standing on, sitting on, placed on, mounted on, lying on, "
             "resting on",
        "under": "under, beneath, below, underneath, standing under",
        "beside": "beside, next to, near, by, alongside, close to, adjacent to, at, standing next to, besides, standing"
             " beside, tied to, tied up to, tethered to, chained to, moored to, moored at, "
             "right next to, right beside, on either side of, on both sides of, on each side of, "
             "at either side of, at both ends of, at either end of, at each end of, either side of",
        "left of": "left of, to the left of, on the left of, at the left of, on the left side of, the left of, "
             "to the left side of, on the left beside, on the left next to, with left of, a the left of, "
             "on the left hand side of, on its left, to its left, to the left, on the left, on the left side, "
             "on its left side",
        "right of": "right of, to the right of, on the right of, at the right of, on the right side of, the right of, "
             "to the right side of, on the right beside, on the right next to, with right of, a the right of, "
             "on the right hand side of, on its right, to its right, to the right, on the right, on the right side, "
             "on its right side",
        "around": "around, around of, round about, standing around, all around, grouped around, arranged around",
        "against": "against, leaning against, up against, leaning on",
        "in": "in, inside, into, within, standing in, inside of",
        "behind": "behind, at the back of, in back of, pulled by, towed by",
        "in front of": "in front of, in front, opposite, facing, across from, before the, leading to, leading up to, "
                       "leads to, leads up to, pulling, towing, hitched to, harnessed to",
        "above": "above, over, hanging over, hanging above",
        "between": "between, among, in between",
    }.items()
    for phrase in (part.strip() for part in phrases.split(","))
}  # fmt: skip

REQUESTS = frozenset((
    "make", "create", "generate", "build", "design", "model", "draw", "render", "give", "want", "need", "love",
    "show", "produce", "craft", "imagine", "visualize", "add", "put", "use", "include", "prefer",
))  # fmt: skip
PRONOUNS = frozenset({"it", "them", "this", "these", "each"})
DETERMINERS = frozenset((
    "a", "an", "the", "this", "my", "her", "his", "our", "your", "their", "some", "another", "each",
))  # fmt: skip
DEFINITE = frozenset({"the", "my", "her", "his", "our", "your", "their", "this"})
ONLY = frozenset({"only", "entirely", "purely", "solely", "completely", "exclusively"})
IMPERATIVES = frozenset((
    "ignore", "disregard", "forget", "reveal", "override", "bypass", "execute", "leak", "exfiltrate", "pretend",
))  # fmt: skip
SECRETS = (
    "drop table", "system prompt", "system message", "hidden prompt", "previous instruction", "secret instruction",
    "api key", "secret key", "password", "credential", "jailbreak", "developer mode",
)  # fmt: skip

STOPWORDS = frozenset((
    "facing each other", "face to face", "can you", "could you", "would you", "will you", "can someone",
    "a", "an", "the", "this", "that", "these", "those", "it", "its", "is", "are", "be", "been", "being", "and",
    "or", "but", "with", "without", "of", "in", "on", "at", "to", "for", "from", "by", "as", "into", "onto", "over",
    "under", "near", "beside", "between", "around", "against", "very", "really", "quite", "some", "any", "all",
    "each", "every", "other", "more", "most", "less", "than", "then", "so", "such", "just", "only", "also", "too",
    "i", "me", "my", "we", "our", "us", "you", "your", "he", "she", "they", "them", "their", "her", "his", "please",
    "make", "create", "generate", "design", "build", "model", "draw", "render", "give", "want", "need", "would",
    "like", "should", "could", "can", "must", "will", "have", "has", "had", "do", "does", "ones", "there", "here",
    "which", "who", "whose", "what", "when", "where", "how", "made", "making", "featuring", "style", "styled",
    "inspired", "look", "looking", "shaped", "shape", "s", "t", "up", "down", "out", "off", "about", "color",
    "colored", "3d", "nice", "beautiful", "good", "great", "high", "quality", "detailed", "detail", "realistic",
    "image", "picture", "photo", "not", "no", "never", "nor", "neither", "both", "per", "via", "plus", "using",
    "use", "used", "size", "sized", "hi", "hello", "hey", "thanks", "thank", "lot", "advance", "if", "was", "were",
    "am", "im", "i'm", "i'd", "it's", "let's", "lets", "let", "get", "got", "show", "produce", "craft", "imagine",
    "visualize", "love", "another", "hand", "wanted", "think", "something", "anything", "kindly", "maybe",
    "perhaps", "ok", "okay", "sure", "well", "now", "yes", "themed", "theme", "touch", "looks", "feel", "feeling",
    "vibe", "type", "kind", "sort", "overall", "entirely", "purely", "solely", "completely", "exclusively", "comes",
    "come", "placed", "together", "standing", "put", "plan", "close", "star", "pain", "hose", "later", "form",
    "same", "included", "everything", "else", "way", "bit", "much", "many", "few", "several", "various",
    "different", "certain", "particular", "own", "next", "always", "again", "highly", "studio", "lighting",
    "trending", "artstation", "octane", "hdr", "masterpiece", "cinematic", "still", "even", "ever", "real",
    "actually", "basically",
))  # fmt: skip
