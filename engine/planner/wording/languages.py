"""German, French, Spanish and Italian in English words: what joins phrases, colours, common materials and things.

A text is read in a language when more of its words belong to it than to English. Grammar is left as it is: a noun
before its colour is understood anyway.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from domain.colors import COLORS
from engine.planner.wording.compounds import compound_at, turned
from engine.planner.wording.italian import ITALIAN
from engine.planner.wording.links import STOPWORDS
from engine.planner.wording.quotes import LETTERING
from engine.planner.wording.substances import MATERIALS, SHADES
from engine.planner.wording.vocabulary import VOCABULARY
from engine.planner.wording.words import Word, lemma

_GERMAN = (
    "ein=a eine=a einer=a eines=a einen=a einem=a der=the die=the das=the dem=the den=the des=of und=and oder=or "
    "mit=with ohne=without aus=made_of von=of auf=on unter=under neben=beside um=around vor=in_front_of "
    "hinter=behind über=above zwischen=between im=in in=in an=against am=against nicht=not kein=no keine=no "
    "keinen=no für=for zum=for zur=for bitte=please ich=i möchte=want ist=is sind=are zwei=two drei=three "
    "vier=four fünf=five sechs=six sieben=seven acht=eight neun=nine zehn=ten zwölf=twelve rot=red blau=blue "
    "grün=green gelb=yellow schwarz=black weiß=white weiss=white grau=grey braun=brown rosa=pink lila=purple "
    "türkis=turquoise beige=beige orange=orange golden=gold hellblau=light_blue dunkelblau=dark_blue "
    "hellgrün=light_green dunkelgrün=dark_green hellgrau=light_grey dunkelgrau=dark_grey dunkel=dark hell=light "
    "dunkle=dark dunkler=dark dunkles=dark dunklen=dark helle=light heller=light helles=light hellen=light salat=salad "
    "davor=in_front_of_it dahinter=behind_it daneben=beside_it darauf=on_it darunter=under_it darüber=above_it "
    "durchmesser=wide "
    "klein=small groß=large gross=large hoch=tall breit=wide lang=long alt=old neu=new rund=round modern=modern "
    "holz=wood eiche=oak eichenholz=oak nussbaum=walnut kiefer=pine buche=beech metall=metal stahl=steel "
    "edelstahl=stainless_steel eisen=iron messing=brass kupfer=copper gold=gold silber=silver glas=glass "
    "marmor=marble beton=concrete stein=stone ziegel=brick leder=leather stoff=fabric samt=velvet leinen=linen "
    "kunststoff=plastic plastik=plastic gummi=rubber porzellan=porcelain keramik=ceramic papier=paper bein=leg "
    "beine=leg beinen=leg fuß=foot füße=foot füßen=foot griff=handle griffe=handle griffen=handle tür=door "
    "türen=door dach=roof fenster=window fenstern=window boden=floor wand=wall wände=wall schublade=drawer "
    "schubladen=drawer lehne=back armlehne=armrest armlehnen=armrest sitz=seat rad=wheel räder=wheel rädern=wheel "
    "platte=top schirm=shade stuhl=chair stühle=chairs stühlen=chairs tisch=table esstisch=dining_table "
    "couchtisch=coffee_table schreibtisch=desk sessel=armchair sofa=sofa bett=bed schrank=cabinet "
    "kleiderschrank=wardrobe regal=bookshelf bücherregal=bookshelf hocker=stool bank=bench lampe=lamp "
    "stehlampe=floor_lamp spiegel=mirror uhr=clock taschenuhr=pocket_watch haus=house turm=tower kirche=church "
    "brücke=bridge schloss=castle auto=car fahrrad=bicycle motorrad=motorcycle flugzeug=plane boot=boat "
    "schiff=ship zug=train küche=kitchen wohnzimmer=living_room schlafzimmer=bedroom badezimmer=bathroom "
    "kühlschrank=fridge ofen=oven backofen=oven herd=oven waschmaschine=washing_machine trockner=dryer "
    "geschirrspüler=dishwasher kaffeemaschine=coffee_machine wasserkocher=kettle staubsauger=vacuum_cleaner "
    "vase=vase tasse=mug teller=plate flasche=bottle teekanne=teapot schlüssel=key buch=book hammer=hammer "
    "gitarre=guitar klavier=piano baum=tree pflanze=plant blume=flower katze=cat hund=dog pferd=horse "
    "koffer=suitcase rucksack=backpack schuh=shoe hut=hat krone=crown schwert=sword kerze=candle laterne=lantern "
    "telefon=telephone handy=phone bildschirm=screen tastatur=keyboard kamera=camera drucker=printer "
    "hubschrauber=helicopter rakete=rocket lkw=truck lastwagen=truck bus=bus traktor=tractor roboter=robot "
    "böden=shelf brett=board bretter=shelf personen=people person=person füsse=foot füssen=foot schutzblech=mudguard "
    "schutzbleche=mudguard fach=shelf fächer=shelf lehnen=armrest knopf=knob knöpfe=knob räder=wheel deckel=lid "
    "henkel=handle zifferblatt=dial gehäuse=case zeiger=hand gestell=frame rahmen=frame kissen=cushion "
    "polster=upholstery stockwerk=storey stockwerke=storey etagen=storey etage=storey balkon=balcony korb=basket "
    "körbe=baskets schränke=cabinets schränken=cabinets kochinsel=kitchen_island hängeschränke=cabinets kamin=chimney "
    "schornstein=chimney fassade=facade holzbeine=wooden_leg gestreift=striped gepolstert=upholstered "
    "bequem=comfortable schmal=narrow niedrig=low dünn=thin dick=thick schwer=heavy antik=antique rustikal=rustic "
    "skandinavisch=scandinavian minimalistisch=minimalist industriell=industrial viktorianisch=victorian "
    "gotisch=gothic futuristisch=futuristic japanisch=japanese kirschholz=cherry ahorn=maple esche=ash birke=birch "
    "teak=teak bambus=bamboo rattan=rattan schiefer=slate granit=granite terrakotta=terracotta aluminium=aluminium "
    "chrom=chrome zinn=pewter bronze=bronze wolle=wool filz=felt baumwolle=cotton seide=silk seil=rope kork=cork "
    "keinem=no keiner=no oder=or sowie=and aber=but bunt=colored türkisfarben=turquoise cremefarben=cream "
    "dunkelrot=dark_red hellrot=light_red weinrot=burgundy dunkelbraun=dark_brown hellbraun=light_brown "
    "mein=my meine=my meinen=my unser=our soll=should hat=has haben=have sitzt=on steht=on liegt=on hängt=hanging "
    "links=on_the_left rechts=on_the_right teddybär=teddy_bear leuchtturm=lighthouse windmühle=windmill garten=garden "
    "sportwagen=sports_car wagen=car becher=mug nachttisch=nightstand kücheninsel=kitchen_island rollstuhl=wheelchair "
    "tier=animal tiere=animals "
    "badewanne=bathtub waschbecken=sink kronleuchter=chandelier tischlampe=table_lamp lampenschirm=shade "
    "schaukelstuhl=rocking_chair liegestuhl=deck_chair bürostuhl=office_chair kommode=chest_of_drawers truhe=chest "
    "feuerwehrauto=fire_truck polizeiauto=police_car rennwagen=race_car spielzeug=toy teppich=rug vorhang=curtain "
    "strauß=bouquet tulpe=tulip tulpen=tulips rose=rose rosen=roses sonnenblume=sunflower sonnenblumen=sunflowers "
    "blumen=flowers felge=rim felgen=rim beistelltisch=side_table armlehne=armrest arbeitsplatte=counter "
    "kochfeld=stove spüle=sink dusche=shower toilette=toilet pfosten=post dachziegel=roof_tile äpfel=apples "
    "apfel=apple glühbirne=light_bulb wecker=alarm_clock wanduhr=wall_clock stehpult=desk "
    "schüssel=bowl löffel=spoon gabel=fork messer=knife topf=pot pfanne=pan leiter=ladder säge=saw treppe=staircase"
)
_FRENCH = (
    "un=a une=a le=the la=the les=the des=some du=of de=of d=of l=the et=and ou=or avec=with sans=without "
    "en=made_of sur=on sous=under près=near autour=around devant=in_front_of derrière=behind dans=in "
    "gauche=left droite=right d'un=of_a d'une=of_a "
    "contre=against entre=between pas=not pour=for est=is sont=are svp=please je=i voudrais=want deux=two "
    "trois=three quatre=four cinq=five six=six sept=seven huit=eight neuf=nine dix=ten douze=twelve rouge=red "
    "bleu=blue bleue=blue vert=green verte=green jaune=yellow noir=black noire=black blanc=white blanche=white "
    "gris=grey grise=grey brun=brown marron=brown rose=pink violet=purple violette=purple doré=gold dorée=gold "
    "foncé=dark clair=light petit=small petite=small grand=large grande=large haut=tall haute=tall rond=round "
    "ronde=round vieux=old vieille=old ancien=antique ancienne=antique moderne=modern bois=wood chêne=oak "
    "noyer=walnut pin=pine hêtre=beech métal=metal acier=steel inox=stainless_steel fer=iron laiton=brass "
    "cuivre=copper or=gold argent=silver verre=glass marbre=marble béton=concrete pierre=stone brique=brick "
    "briques=brick cuir=leather basse=low bas=low tissu=fabric ardoise=slate velours=velvet lin=linen "
    "plastique=plastic caoutchouc=rubber porcelaine=porcelain céramique=ceramic papier=paper pied=leg pieds=leg "
    "poignée=handle poignées=handle porte=door portes=door toit=roof fenêtre=window fenêtres=window sol=floor "
    "mur=wall murs=wall tiroir=drawer tiroirs=drawer dossier=back accoudoir=armrest accoudoirs=armrest roue=wheel "
    "roues=wheel plateau=top chaise=chair chaises=chairs table=table bureau=desk fauteuil=armchair canapé=sofa "
    "lit=bed armoire=wardrobe étagère=bookshelf bibliothèque=bookshelf tabouret=stool banc=bench lampe=lamp "
    "lampadaire=floor_lamp miroir=mirror horloge=clock montre=watch maison=house tour=tower église=church "
    "pont=bridge château=castle voiture=car vélo=bicycle moto=motorcycle avion=plane bateau=boat train=train "
    "cuisine=kitchen salon=living_room chambre=bedroom réfrigérateur=fridge frigo=fridge four=oven "
    "bouilloire=kettle cafetière=coffee_machine vase=vase tasse=mug assiette=plate bouteille=bottle "
    "théière=teapot clé=key clef=key livre=book marteau=hammer guitare=guitar piano=piano arbre=tree plante=plant "
    "fleur=flower fleurs=flower chat=cat chien=dog cheval=horse valise=suitcase chaussure=shoe chapeau=hat "
    "étagères=shelf planche=board rayons=shelf personnes=people couvercle=lid anse=handle cadran=dial cadre=frame "
    "coussin=cushion coussins=cushion étage=storey étages=storey balcon=balcony cheminée=chimney façade=facade "
    "rayé=striped confortable=comfortable étroit=narrow étroite=narrow mince=thin épais=thick lourd=heavy "
    "rustique=rustic scandinave=scandinavian minimaliste=minimalist industriel=industrial industrielle=industrial "
    "victorien=victorian gothique=gothic futuriste=futuristic japonais=japanese japonaise=japanese cerisier=cherry "
    "érable=maple frêne=ash bouleau=birch teck=teak bambou=bamboo rotin=rattan granit=granite aluminium=aluminium "
    "chrome=chrome étain=pewter bronze=bronze laine=wool feutre=felt coton=cotton soie=silk corde=rope liège=cork "
    "ni=nor mais=but mon=my ma=my notre=our aux=with au=with à=with dessous=under dessus=on côté=beside pied=leg "
    "selle=saddle guidon=handlebar rideaux=curtains blancs=white blanches=white noirs=black noires=black rouges=red "
    "verts=green vertes=green bleus=blue "
    "bleues=blue jaunes=yellow gros=big grosse=big long=long longue=long large=wide "
    "couronne=crown épée=sword bougie=candle lanterne=lantern téléphone=phone écran=screen clavier=keyboard "
    "camion=truck fusée=rocket hélicoptère=helicopter phare=lighthouse "
    "osier=wicker jante=rim jantes=rim îlot=island plan=counter siège=seat sièges=seat places=seat évier=sink "
    "douche=shower toilettes=toilet tulipe=tulip tulipes=tulips rose=rose roses=roses tournesol=sunflower "
    "bouquet=bouquet pomme=apple pommes=apples arbres=trees livres=books bougies=candles réveil=alarm_clock "
    "volets=shutter "
    "abatjour=shade tabledenuit=nightstand tablebasse=coffee_table salledebain=bathroom silladeruedas=wheelchair "
    "isladecocina=kitchen_island machinealaver=washing_machine salleamanger=dining_room panier=basket commode=dresser "
    "lustre=chandelier tapis=rug rideau=curtain baignoire=bathtub évier=sink escalier=staircase cuillère=spoon "
    "fourchette=fork couteau=knife casserole=pot poêle=pan échelle=ladder jouet=toy"
)
_SPANISH = (
    "un=a una=a unos=some unas=some el=the la=the los=the las=the del=of de=of y=and e=and o=or con=with "
    "izquierda=left derecha=right "
    "sin=without en=in sobre=on bajo=under debajo=under junto=beside alrededor=around delante=in_front_of "
    "detrás=behind contra=against entre=between no=not para=for es=is son=are quiero=want por=for favor=please "
    "dos=two tres=three cuatro=four cinco=five seis=six siete=seven ocho=eight nueve=nine diez=ten doce=twelve "
    "rojo=red roja=red rojos=red rojas=red azul=blue azules=blue verde=green verdes=green amarillo=yellow "
    "amarilla=yellow negro=black negra=black negros=black negras=black blanco=white blanca=white blancos=white "
    "blancas=white gris=grey marrón=brown rosa=pink morado=purple morada=purple naranja=orange dorado=gold "
    "dorada=gold oscuro=dark oscura=dark claro=light pequeño=small pequeña=small grande=large alto=tall alta=tall "
    "redondo=round redonda=round viejo=old vieja=old antiguo=antique antigua=antique moderno=modern "
    "moderna=modern madera=wood roble=oak nogal=walnut pino=pine metal=metal acero=steel hierro=iron latón=brass "
    "cobre=copper oro=gold plata=silver vidrio=glass cristal=glass mármol=marble hormigón=concrete piedra=stone "
    "ladrillo=brick cuero=leather tela=fabric terciopelo=velvet lino=linen plástico=plastic goma=rubber "
    "porcelana=porcelain cerámica=ceramic papel=paper pata=leg patas=leg pie=foot pies=foot asa=handle "
    "puerta=door puertas=door techo=roof tejado=roof ventana=window ventanas=window suelo=floor pared=wall "
    "paredes=wall cajón=drawer cajones=drawer respaldo=back brazos=armrest reposabrazos=armrest rueda=wheel "
    "ruedas=wheel silla=chair sillas=chairs mesa=table escritorio=desk sillón=armchair sofá=sofa cama=bed "
    "armario=wardrobe estantería=bookshelf taburete=stool banco=bench lámpara=lamp espejo=mirror reloj=clock "
    "casa=house torre=tower iglesia=church puente=bridge castillo=castle coche=car bicicleta=bicycle "
    "moto=motorcycle avión=plane barco=boat tren=train cocina=kitchen salón=living_room dormitorio=bedroom "
    "baño=bathroom nevera=fridge frigorífico=fridge horno=oven lavadora=washing_machine hervidor=kettle "
    "cafetera=coffee_machine jarrón=vase florero=vase taza=mug plato=plate botella=bottle tetera=teapot llave=key "
    "libro=book martillo=hammer guitarra=guitar piano=piano árbol=tree planta=plant flor=flower flores=flower "
    "gato=cat perro=dog caballo=horse maleta=suitcase zapato=shoe sombrero=hat corona=crown espada=sword "
    "estante=shelf estantes=shelf tabla=board personas=people tapa=lid mango=handle esfera=dial marco=frame "
    "cojín=cushion cojines=cushion piso=storey pisos=storey plantas=storey balcón=balcony chimenea=chimney "
    "fachada=facade rayas=striped cómodo=comfortable cómoda=comfortable estrecho=narrow estrecha=narrow bajo=low "
    "baja=low grueso=thick fino=thin pesado=heavy rústico=rustic rústica=rustic escandinavo=scandinavian "
    "minimalista=minimalist industrial=industrial victoriano=victorian gótico=gothic futurista=futuristic "
    "japonés=japanese cerezo=cherry arce=maple fresno=ash abedul=birch teca=teak bambú=bamboo mimbre=wicker "
    "granito=granite aluminio=aluminium cromo=chrome peltre=pewter bronce=bronze lana=wool fieltro=felt "
    "algodón=cotton seda=silk cuerda=rope corcho=cork ni=nor pero=but mi=my nuestro=our encima=on al=to lado=beside "
    "frente=in_front_of enfrente=in_front_of mesita=nightstand mesitas=nightstands centro=middle rincón=corner "
    "tres=three rojas=red amarillas=yellow amarillos=yellow marrones=brown grises=grey largo=long larga=long "
    "ancho=wide ancha=wide gran=big "
    "vela=candle farol=lantern teléfono=phone pantalla=screen teclado=keyboard camión=truck cohete=rocket "
    "helicóptero=helicopter faro=lighthouse "
    "asiento=seat asientos=seat plazas=seat encimera=counter llanta=rim llantas=rim isla=island ducha=shower "
    "inodoro=toilet lavabo=sink tulipán=tulip tulipanes=tulips rosas=roses girasol=sunflower girasoles=sunflowers "
    "ramo=bouquet manzana=apple manzanas=apples árboles=trees libros=books velas=candles despertador=alarm_clock "
    "cajones=drawer plantas=storey contraventanas=shutter "
    "mesadenoche=nightstand isladecocina=kitchen_island mesadecentro=coffee_table mesadecomedor=dining_table "
    "lámparadepie=floor_lamp lámparadetecho=pendant_lamp silladeruedas=wheelchair cesta=basket "
    "alfombra=rug cortina=curtain bañera=bathtub fregadero=sink escalera=staircase cuchara=spoon tenedor=fork "
    "cuchillo=knife olla=pot sartén=pan juguete=toy tocador=dresser coche=car deportivo=sports_car"
)
_ARTICLES = frozenset({"ein", "eine", "einen", "un", "une", "una", "uno"})  # no English text begins so
_ENDINGS = {"de": ("es", "er", "em", "en", "e", "n", "s"), "fr": ("es", "s", "e"), "es": ("es", "s"), "it": ()}


def _table(pairs: str) -> dict[str, str]:
    cut = (pair.partition("=") for pair in pairs.split())
    return {word: english.replace("_", " ") for word, _, english in cut}


LANGUAGES: Mapping[str, dict[str, str]] = {
    "de": _table(_GERMAN), "fr": _table(_FRENCH), "es": _table(_SPANISH),
    "it": _table(ITALIAN),
}  # fmt: skip


def in_english(words: tuple[Word, ...]) -> tuple[Word, ...]:
    """Return the words of a German, French, Spanish or Italian text in English; other texts as they are."""
    language = _language(words)
    if not language:
        return words
    translated: list[Word] = []
    index = 0
    while index < len(words):
        length, said = _compound(words, index, language)
        translated += said
        index += length
    return _linked(_of_lamps(translated if language == "de" else _shades_first(translated)))


def _of_lamps(words: list[Word]) -> list[Word]:
    """Return words in which the screen of a lamp is its shade: in Spanish both are called the same."""
    is_lit = any(word.lemma == "lamp" for word in words)
    return [replace(word, text="shade", lemma="shade") if is_lit and word.lemma == "screen" else word for word in words]


def _shades_first(words: list[Word]) -> list[Word]:
    """Return words in which a shade comes before its colour, as English has it: vert foncé, verde oscuro."""
    for at in range(1, len(words)):
        color, shade = words[at - 1], words[at]
        if shade.lemma in SHADES and color.lemma in COLORS and not shade.is_joined:
            words[at - 1] = replace(color, text=shade.text, lemma=shade.lemma)
            words[at] = replace(shade, text=color.text, lemma=color.lemma)
    return words


def _compound(words: tuple[Word, ...], index: int, language: str) -> tuple[int, Sequence[Word]]:
    """Return how many words are one name from a place on, and what that is in English."""
    length, english = compound_at(words, index, language)
    if english:
        return length, _as_words(words[index], english)
    length = _phrase(words, index)
    if length == 1 and index + 2 < len(words):
        first, last = (_meaning(words[at].text.casefold(), language) for at in (index, index + 2))
        english = turned(words, index, first, last)
    if english:
        return 3, _as_words(words[index], english)
    return length, words[index : index + length] if length > 1 else _translated(words[index], language)


def _as_words(word: Word, english: str) -> list[Word]:
    return [replace(word, text=part, lemma=lemma(part), is_joined=False) for part in english.split()]


def _phrase(words: tuple[Word, ...], index: int) -> int:
    """Return of how many words a thing's foreign name is, like reloj de pared, that the vocabulary has as it stands."""
    for length in (4, 3, 2):
        said = words[index : index + length]
        if len(said) == length and all(word.lemma for word in said):
            known = VOCABULARY.get(" ".join(word.lemma for word in said))
            if known is not None and known.thing:
                return length
    return 1


def _language(words: tuple[Word, ...]) -> str:
    """Return the language that most words belong to and English does not know, or an empty string."""
    said = [word.text.casefold() for word in words if word.lemma not in ("", LETTERING) and not word.is_number][:60]
    foreign = {code: sum(_meaning(word, code) != "" and not _is_english(word) for word in said) for code in LANGUAGES}
    english = sum(_is_english(word) and not any(_meaning(word, code) for code in LANGUAGES) for word in said)
    for code in LANGUAGES:
        foreign[code] += sum(compound_at(words, index, code)[0] for index in range(min(len(words), 60)))
    code = max(foreign, key=lambda one: (foreign[one], sum(word in LANGUAGES[one] for word in said)))
    least = english if said and said[0] in _ARTICLES else english + 1
    return code if foreign[code] >= least else ""


def _is_english(word: str) -> bool:
    return word in STOPWORDS or lemma(word) in VOCABULARY


def _meaning(word: str, language: str) -> str:
    """Return the English of a word, as it stands, without an adjective's ending, or by the halves of a compound."""
    table = LANGUAGES[language]
    if word in table:
        return table[word]
    for ending in _ENDINGS[language]:
        if word.endswith(ending) and word[: -len(ending)] in table and len(word) - len(ending) > 2:
            return table[word[: -len(ending)]]
    return _halves(word, table) if language == "de" else ""


def _halves(word: str, table: dict[str, str]) -> str:
    for cut in range(4, len(word) - 3):
        first = (
            table.get(word[:cut]) or table.get(word[:cut].removesuffix("n")) or table.get(word[:cut].removesuffix("s"))
        )
        second = table.get(word[cut:])
        if first and second:
            return f"{first} {second}"
    return ""


def _last_half(word: str) -> str:
    """Return the English of what a German compound is in the end, where nobody knows its first half: Ecksofa."""
    table = LANGUAGES["de"]
    for cut in range(2, len(word) - 3):
        if word[cut:] in table:
            return table[word[cut:]]
        known = VOCABULARY.get(word[cut:])
        if known is not None and known.thing and len(word) - cut > 4:
            return word[cut:]
    return ""


def _translated(word: Word, language: str) -> list[Word]:
    said = word.text.casefold()
    if not word.lemma or (
        word.lemma in VOCABULARY and VOCABULARY[word.lemma].thing and said not in LANGUAGES[language]
    ):
        return [word]
    english = _meaning(said, language) or (_last_half(said) if language == "de" else "")
    if not english:
        return [word]
    return _as_words(word, english)


def _linked(words: list[Word]) -> tuple[Word, ...]:
    """Return the words without the "of" after around, near and beside, and colours before what they are of.

    Black marble is a marble of its own, and French, Spanish and Italian say "marble black".
    """
    for index in range(len(words) - 1):
        first, second = words[index : index + 2]
        if second.lemma in COLORS and f"{second.lemma} {first.lemma}" in MATERIALS:
            words[index : index + 2] = [second, first]
    return tuple(
        word for index, word in enumerate(words)
        if not (word.lemma == "of" and index and words[index - 1].lemma in ("around", "near", "beside", "under"))
    )  # fmt: skip
