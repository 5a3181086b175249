"""Names that may be one person's though neither is a form of the other: asked, never assumed."""

from rapidfuzz.distance import OSA

from lsadesk.domain.incoming import PersonRef
from lsadesk.intake.parsing.names import Name, same_forename
from lsadesk.intake.parsing.words import key

_LONG_ENOUGH = 4  # letters of a name that one of them may be mistyped in
# The Welsh and English forms of a name, and names that are heard alike. Each set is asked about.
_ALIKE = (
    "alun alan,bethan beth elizabeth elisabeth,catrin catherine katherine kathryn cathrin,"
    "dafydd david dai dewi,elen helen ellen,gareth gary,gwenllian gwen,gwilym wil william,"
    "huw hugh,hywel howell,ieuan ifan iwan evan euan,ifor ivor,ioan sion john ianto jon,"
    "lowri laura,mair mary mari,marged margaret mererid megan meg,myfanwy myf,owain owen,"
    "pawl paul,pedr peter,rhiannon rhi,rhisiart richard,rhys reece reese,robat robert,"
    "sian jane,siarl charles,sioned janet,sior george,steffan stephen steven,tomos thomas tom,"
    "ann anne anna,cerys carys,efa eva,lyn lynn lynne,sara sarah,stuart stewart"
)
_SAME = tuple(frozenset(line.split()) for line in _ALIKE.split(","))


def may_be_one(name: Name, person: PersonRef) -> bool:
    """Whether somebody called *name* may be *person*, and the list or we have it otherwise.

    So with initials on our side, the Welsh or English form of a forename, a surname that is
    doubled on one side, the two names changed about, or one letter mistyped.
    """
    first, last = key(name.forename), key(name.surname)
    own_first, own_last = key(person.forename), key(person.surname)
    if last == own_last:
        return _like_forenames(first, own_first)
    if (first, last) == (own_last, own_first):
        return True
    is_same = first == own_first or same_forename(name.forename, person.forename)
    return is_same and (share_a_word(last, own_last) or _one_letter_apart(last, own_last))


def _like_forenames(one: str, other: str) -> bool:
    first, second = one.split(), other.split()
    if not first or not second:
        return False
    if len(first[0]) == 1 or len(second[0]) == 1:
        return first[0][0] == second[0][0]
    return (
        same_forename(one, other)
        or same_forename(first[0], second[0])
        or share_a_word(one, other)
        or any(first[0] in names and second[0] in names for names in _SAME)
        or _one_letter_apart(one, other)
    )


def share_a_word(one: str, other: str) -> bool:
    """Whether a word of more than two letters stands in both: "Kaur", "Kaur-Patel"."""
    return any(len(word) > 2 for word in set(one.split()) & set(other.split()))


def _one_letter_apart(one: str, other: str) -> bool:
    """Whether a letter more, less, changed or swapped with the next makes one of the other."""
    return min(len(one), len(other)) >= _LONG_ENOUGH and OSA.distance(one, other) == 1
