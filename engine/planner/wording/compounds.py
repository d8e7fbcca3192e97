"""Names of several words in French, Spanish and Italian that word by word would be something else."""

from engine.planner.wording.vocabulary import VOCABULARY
from engine.planner.wording.words import Word, lemma

_JOINTS = frozenset({"da", "di", "de", "à", "a", "au", "aux", "para", "del", "della"})
_LONGEST = 5

_ITALIAN = (
    "sala da pranzo=dining room, camera da letto=bedroom, sala da bagno=bathroom, stanza da letto=bedroom, "
    "macchina da cucire=sewing machine, macchina da scrivere=typewriter, macchina da caffè=coffee machine, "
    "macchina del caffè=coffee machine, macchina fotografica=camera, ferro da stiro=iron, asse da stiro=ironing board, "
    "bicchiere da vino=wine glass, bicchieri da vino=wine glasses, calice da vino=wine glass, tazza da tè=teacup, "
    "tazza da caffè=coffee cup, tazzina da caffè=espresso cup, vaso da fiori=flower vase, vasca da bagno=bathtub, "
    "tavolo da pranzo=dining table, tavolo da cucina=kitchen table, tavolo da caffè=coffee table, "
    "tavolo da biliardo=pool table, tavolo da lavoro=workbench, tavolino da salotto=coffee table, "
    "lampada da terra=floor lamp, lampada da tavolo=table lamp, lampada da scrivania=desk lamp, "
    "lampada a sospensione=pendant lamp, sedia da ufficio=office chair, sedia a dondolo=rocking chair, "
    "sedia a sdraio=deck chair, sedia a rotelle=wheelchair, cavallo a dondolo=rocking horse, "
    "letto a castello=bunk bed, barca a vela=sailboat, mulino a vento=windmill, orologio da parete=wall clock, "
    "orologio da polso=wristwatch, orologio da tasca=pocket watch, orologio a pendolo=grandfather clock, "
    "comodino da notte=nightstand, scarpe da ginnastica=sneakers, scarpa da ginnastica=sneaker, "
    "pallone da calcio=football, tagliere da cucina=cutting board, cassetta degli attrezzi=toolbox, "
    "carta da parati=wallpaper, cassa da morto=coffin, auto da corsa=race car, macchina da corsa=race car, "
    "occhiali da sole=sunglasses, occhiali da vista=reading glasses, bastone da passeggio=walking stick, "
    "camion dei pompieri=fire truck, cabina telefonica=phone booth, casa sull'albero=tree house"
)
_FRENCH = (
    "lampe de table=table lamp, lampe de chevet=bedside lamp, lampe de bureau=desk lamp, table à manger=dining table, "
    "table de salle à manger=dining table, salle à manger=dining room, chaise de bureau=office chair, "
    "machine à café=coffee machine, machine à écrire=typewriter, machine à coudre=sewing machine, "
    "fauteuil à bascule=rocking chair, chaise à bascule=rocking chair, cheval à bascule=rocking horse, "
    "verre d'eau=glass of water, verre à vin=wine glass, verres à vin=wine glasses, tasse à café=coffee cup, "
    "tasse à thé=teacup, lit superposé=bunk bed, lits superposés=bunk bed, moulin à vent=windmill, "
    "bateau à voile=sailboat, montre à gousset=pocket watch, sac à dos=backpack, pot de fleurs=flower pot, "
    "planche à repasser=ironing board, sèche-cheveux=hair dryer, panier à linge=laundry basket, "
    "lunettes de soleil=sunglasses, voiture de course=race car, camion de pompiers=fire truck, "
    "cabine téléphonique=phone booth, cabane dans les arbres=tree house, pomme de terre=potato, "
    "voiture de sport=sports car, bouquet de fleurs=bouquet of flowers, bougeoir en laiton=brass candlestick"
)
_SPANISH = (
    "lámpara de mesa=table lamp, lámpara de noche=bedside lamp, lámpara de escritorio=desk lamp, "
    "lámpara colgante=pendant lamp, silla de oficina=office chair, silla mecedora=rocking chair, "
    "caballo balancín=rocking horse, sala de estar=living room, cuarto de estar=living room, "
    "máquina de escribir=typewriter, máquina de café=coffee machine, tabla de planchar=ironing board, "
    "bolsa de golf=golf bag, reloj de bolsillo=pocket watch, reloj de pulsera=wristwatch, gafas de sol=sunglasses, "
    "vaso de agua=glass of water, taza de café=coffee cup, taza de té=teacup, coche de carreras=race car, "
    "camión de bomberos=fire truck, cabina telefónica=phone booth, casa del árbol=tree house, litera=bunk bed, "
    "barco de vela=sailboat, mesa auxiliar=side table, mesa de trabajo=workbench, mesa de billar=pool table"
)


def _table(pairs: str) -> dict[tuple[str, ...], str]:
    cut = (pair.partition("=") for pair in pairs.split(", "))
    return {tuple(foreign.split()): english for foreign, _, english in cut}


_COMPOUNDS = {"it": _table(_ITALIAN), "fr": _table(_FRENCH), "es": _table(_SPANISH), "de": {}}


def compound_at(words: tuple[Word, ...], index: int, language: str) -> tuple[int, str]:
    """Return of how many words a known name is that begins at a place, and its English; (0, "") where none does."""
    said = [word.text.casefold() for word in words[index : index + _LONGEST]]
    for length in range(len(said), 1, -1):
        english = _COMPOUNDS[language].get(tuple(said[:length]))
        if english:
            return length, english
    return 0, ""


def turned(words: tuple[Word, ...], index: int, first: str, last: str) -> str:
    """Return the English of "lampada da tavolo", a table lamp, from that of its nouns; "" where there is no such thing.

    What a thing is made of is no name: a house of wood.
    """
    if words[index + 1].text.casefold() not in _JOINTS or not first or not last:
        return ""
    noun = lemma(first.rpartition(" ")[2])
    of = VOCABULARY.get(lemma(last))
    known = VOCABULARY.get(f"{lemma(last)} {noun}")
    is_name = known is not None and known.thing and not (of is not None and (of.material or of.color))
    return f"{last} {first}" if is_name else ""
