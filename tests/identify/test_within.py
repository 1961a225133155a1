"""Who is who inside one document."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from graph.identify import identify
from graph.model import Claim, Entity, Mention
from tests.support import claim, document, mention


def names(mentions: Iterable[Mention], claims: Iterable[Claim] = ()) -> set[frozenset[str]]:
    """Show the entities as sets of the words that name them."""
    return {frozenset(m.text for m in entity.mentions) for entity in identify(mentions, claims)}


def only(mentions: Iterable[Mention], claims: Iterable[Claim] = ()) -> Entity:
    """Return the one entity that everything became."""
    (entity,) = identify(mentions, claims)
    return entity


def together(*groups: str) -> set[frozenset[str]]:
    """Write the expected entities: names divided by "|"."""
    return {frozenset(group.split("|")) for group in groups}


def test_a_surname_is_the_person_it_was_introduced_for() -> None:
    """A full name and the later surname alone are one person, and the reason says so."""
    text = document("D1", "Rosa Belmonte spoke.", "Belmonte left.")
    person = only([mention(text, "Rosa Belmonte"), mention(text, "Belmonte", occurrence=1)])
    assert (person.name, person.aliases) == ("Rosa Belmonte", ("Belmonte",))
    assert person.reasons == ("“Belmonte” is the surname of “Rosa Belmonte” (D1)",)


def test_a_spanish_double_surname_is_shortened_to_its_first() -> None:
    """Of two surnames the first is what a person is called by; given and first surname, or both surnames, will do."""
    text = document("D1", "Hugo Vela Carmona spoke.", "Vela left.", "Hugo Vela came. Vela Carmona went.")
    marks = [
        mention(text, "Hugo Vela Carmona"),
        mention(text, "Vela", occurrence=1),
        mention(text, "Hugo Vela", occurrence=1),
        mention(text, "Vela Carmona", occurrence=1),
    ]
    assert names(marks) == together("Hugo Vela Carmona|Vela|Hugo Vela|Vela Carmona")


def test_a_shared_surname_is_whose_only_surname_it_is() -> None:
    """“Ferrer” is Bruno Ferrer rather than Bruno Ferrer Luna, who is told from him by his second surname."""
    text = document("D1", "Bruno Ferrer Luna, son of Bruno Ferrer, is held.", "Ferrer fled.", "Ferrer Luna did not.")
    marks = [
        mention(text, "Bruno Ferrer Luna"),
        mention(text, "Bruno Ferrer", occurrence=1),
        mention(text, "Ferrer", occurrence=2),
        mention(text, "Ferrer Luna", occurrence=1),
    ]
    assert names(marks) == together("Bruno Ferrer Luna|Ferrer Luna", "Bruno Ferrer|Ferrer")


def test_a_surname_of_two_people_alike_stays_apart() -> None:
    """Where nothing tells which of two brothers is meant, the surname is nobody's."""
    text = document("D1", "Aldo Ferrer and Bruno Ferrer met.", "Ferrer was seen.")
    marks = [mention(text, "Aldo Ferrer"), mention(text, "Bruno Ferrer"), mention(text, "Ferrer", occurrence=2)]
    assert names(marks) == together("Aldo Ferrer", "Bruno Ferrer", "Ferrer")


def test_a_surname_of_two_people_is_whom_the_text_named_last() -> None:
    """Where one of the two was named just now and the other paragraphs ago, the surname is the former's."""
    text = document("D1", "Aldo Ferrer fled.", "Bruno Ferrer came.", "Ferrer was seen.", "Rain.", "Ferrer was lost.")
    marks = [
        mention(text, "Aldo Ferrer"),
        mention(text, "Bruno Ferrer"),
        mention(text, "Ferrer", occurrence=2),
        mention(text, "Ferrer", occurrence=3),
    ]
    found = {frozenset(m.start for m in entity.mentions) for entity in identify(marks, ())}
    aldo, bruno, near, far = (m.start for m in marks)
    assert found == {frozenset({aldo}), frozenset({bruno, near}), frozenset({far})}


def test_a_surname_shortly_before_a_full_name_is_a_relative() -> None:
    """“President Conde and his wife Marta Conde” are two people."""
    text = document("D1", "President Conde and his wife Marta Conde travelled.")
    assert names([mention(text, "Conde"), mention(text, "Marta Conde")]) == together("Conde", "Marta Conde")


def test_a_shorter_full_name_beside_a_longer_one_is_another_person() -> None:
    """One sentence does not introduce a person twice."""
    text = document("D1", "They held Juan Salas, Juan Carlos Salas and Ana Rey.")
    assert names([mention(text, "Juan Salas"), mention(text, "Juan Carlos Salas")]) == together(
        "Juan Salas", "Juan Carlos Salas"
    )


def test_a_shorter_full_name_further_on_in_the_paragraph_is_the_person() -> None:
    """What speaks against it is one sentence, not one long paragraph."""
    text = document("D1", f"They held Juan Carlos Salas. {'It rained. ' * 20}Juan Salas was freed.")
    only([mention(text, "Juan Carlos Salas"), mention(text, "Juan Salas")])


def test_a_relative_of_either_namesake_is_not_the_one_named_last() -> None:
    """A surname beside two people that bear it, and once shortly before one of them, is not shared out."""
    text = document("D1", "Aldo Ferrer fled.", "Rain.", "Bruno Ferrer came.", "Ferrer and his son Bruno Ferrer left.")
    marks = [mention(text, "Aldo Ferrer"), mention(text, "Bruno Ferrer"), mention(text, "Bruno Ferrer", occurrence=1)]
    assert names([*marks, mention(text, "Ferrer", occurrence=2)]) == together("Aldo Ferrer", "Bruno Ferrer", "Ferrer")


def test_the_two_ends_of_a_claim_are_two_actors() -> None:
    """Whom the text relates to one another it does not take for one."""
    text = document("D1", "Bruno Ferrer Luna is in jail.", "Bruno Ferrer visited his son.")
    son, father = mention(text, "Bruno Ferrer Luna"), mention(text, "Bruno Ferrer", occurrence=1)
    assert len(identify([son, father], [])) == 1
    assert len(identify([son, father], [claim(text, "MET_WITH", father, son)])) == 2


def test_another_nationality_is_another_person() -> None:
    """What the document tells of the two must be possible of one."""
    text = document("D1", "The Peruvian Ana Rey Soto spoke.", "The Mexican Ana Rey spoke.")
    long, short = mention(text, "Ana Rey Soto", nationality="Peruvian"), mention(text, "Ana Rey", occurrence=1)
    assert len(identify([long, short], ())) == 1
    other = mention(text, "Ana Rey", occurrence=1, nationality="Mexican")
    assert len(identify([long, other], ())) == 2
    same = mention(text, "Ana Rey", occurrence=1, nationality="Peru")
    assert len(identify([long, same], ())) == 1


def test_a_slip_in_spelling_is_forgiven_between_long_names() -> None:
    """A list entry with a letter changed and a middle name left out is the person of the text."""
    text = document(
        "D1", "Ernesto Abelardo Quintanilla Olmedo was held.", "List:", "Ernesta Rey", "Ernest Quintanila Olmedo"
    )
    marks = [mention(text, "Ernesto Abelardo Quintanilla Olmedo"), mention(text, "Ernest Quintanila Olmedo")]
    person = only(marks)
    assert person.name == "Ernesto Abelardo Quintanilla Olmedo"
    assert person.aliases == ("Ernest Quintanila Olmedo",)


def test_a_slip_in_spelling_is_not_taken_for_one_where_people_differ_by_a_letter() -> None:
    """A woman's and a man's name, and short names that differ in a letter, are two people."""
    people = ("Mario Olmedo Quispe", "Maria Olmedo Quispe", "Juan Paz", "Juan Paez", "Bruno Perez", "Bruno Peres")
    text = document("D1", *people)
    assert len(names([mention(text, person) for person in people])) == len(people)


def test_a_father_and_his_junior_are_two() -> None:
    """“Jr.” tells two people of one name apart."""
    text = document("D1", "Paul Aster founded it.", "Paul Aster Jr. heads it.")
    assert len(identify([mention(text, "Paul Aster"), mention(text, "Paul Aster Jr.")], ())) == 2


def test_a_signature_is_the_classifiers() -> None:
    """The line that signs a cable, also with the initial run into it, is the person in the header of that surname."""
    text = document("D1", "Nothing.", "Also nothing.")
    header = document("D1", "Classified by Norman Pike. Reported by Ana Pikeman. PIKEN")
    body = mention(header, "Norman Pike")
    signer = mention(header, "PIKEN")
    signer = Mention("D1", signer.start, signer.end, "person", "PIKEN", "PIKEN", -1)
    assert text.id == header.id
    assert len(identify([body, signer], ())) == 1
    inside = mention(header, "PIKEN")
    assert len(identify([body, inside], ())) == 2, "in a paragraph it is just a name"


def test_a_signature_is_the_headers_rather_than_the_storys() -> None:
    """Of two people with the signer's surname the one in the header signed; if neither is there, nobody is known to."""
    text = document("D1", "Classified by Norman Pike. PIKE", "Aldo Pike was held.", "Bruno Pike was not.")
    places = [mention(text, name) for name in ("Norman Pike", "PIKE", "Aldo Pike", "Bruno Pike")]
    norman, signer = (Mention("D1", m.start, m.end, "person", m.text, m.name, -1) for m in places[:2])
    assert names([norman, signer, *places[2:]]) == together("Norman Pike|PIKE", "Aldo Pike", "Bruno Pike")
    assert names([signer, *places[2:]]) == together("PIKE", "Aldo Pike", "Bruno Pike")


def test_an_alias_needs_the_texts_own_words() -> None:
    """An alias is a person's because the text says "aka", and wherever the text uses it later."""
    text = document("D1", "Luis Caro, aka El Tordo, fled.", "El Tordo was seen.")
    luis, tordo, later = mention(text, "Luis Caro"), mention(text, "El Tordo"), mention(text, "El Tordo", occurrence=1)
    assert len(identify([luis, tordo, later], ())) == 2
    person = only([luis, tordo, later], [claim(text, "ALIAS_OF", tordo, luis)])
    assert (person.name, person.aliases) == ("Luis Caro", ("El Tordo",))
    assert "“El Tordo” is another name of “Luis Caro”" in person.reasons[0]


def test_a_denied_alias_merges_nobody() -> None:
    """“He is not El Tordo” says that they are two."""
    text = document("D1", "Luis Caro is not El Tordo.")
    luis, tordo = mention(text, "Luis Caro"), mention(text, "El Tordo")
    assert len(identify([luis, tordo], [claim(text, "ALIAS_OF", tordo, luis, modality="denied")])) == 2


def test_an_alias_of_two_people_does_not_merge_them() -> None:
    """Two people whom the text calls by one alias stay two, and the alias by itself is neither's."""
    text = document("D1", "Luis Caro (El Jefe) fled.", "Hugo Vela (El Jefe) stayed.", "El Jefe was seen.")
    luis, hugo = mention(text, "Luis Caro"), mention(text, "Hugo Vela")
    first, second, third = (mention(text, "El Jefe", occurrence=i) for i in range(3))
    said = [claim(text, "ALIAS_OF", first, luis), claim(text, "ALIAS_OF", second, hugo)]
    found = {frozenset(m.start for m in e.mentions) for e in identify([luis, hugo, first, second, third], said)}
    assert found == {
        frozenset({luis.start, first.start}),
        frozenset({hugo.start, second.start}),
        frozenset({third.start}),
    }


def test_a_person_bears_one_number_of_a_nickname() -> None:
    """A numbered nickname that the text gives to two is not his who bears another number of it."""
    text = document("D1", "Rosa Vela (El Faro 4) fled.", "El Faro 3, Hugo Vela, did not.", "Hugo Vela (El Faro 4) hid.")
    rosa, hugo, again = mention(text, "Rosa Vela"), mention(text, "Hugo Vela"), mention(text, "Hugo Vela", occurrence=1)
    four, three = mention(text, "El Faro 4"), mention(text, "El Faro 3")
    other = mention(text, "El Faro 4", occurrence=1)
    claims = [
        claim(text, "ALIAS_OF", four, rosa),
        claim(text, "ALIAS_OF", three, hugo),
        claim(text, "ALIAS_OF", other, again),
    ]
    marks = [rosa, four, three, hugo, again, other]
    assert names(marks, claims) == together("Rosa Vela|El Faro 4", "Hugo Vela|El Faro 3")


def test_a_nickname_in_quotes_inside_the_name_is_the_persons() -> None:
    """The name's own quotes introduce a nickname."""
    text = document("D1", "Luis “El Tordo” Caro fled.", "El Tordo was seen.")
    whole = mention(text, "Luis “El Tordo” Caro", name="Luis Caro")
    person = only([whole, mention(text, "El Tordo", occurrence=1)])
    assert (person.name, person.aliases) == ("Luis Caro", ("El Tordo",))
    assert only([whole]).aliases == ("El Tordo",)


def test_a_nickname_that_is_also_a_name_is_nobodys() -> None:
    """Where quotes and another person's name both fit, nothing is merged."""
    text = document("D1", "Luis “Rosa” Caro fled.", "Rosa Vela stayed.", "Rosa was seen.")
    marks = [mention(text, "Luis “Rosa” Caro", name="Luis Caro"), mention(text, "Rosa Vela")]
    assert len(identify([*marks, mention(text, "Rosa", occurrence=2)], ())) == 3


def test_an_alias_is_no_family_name() -> None:
    """Once the text says whose it is, an alias is looked for in nobody's name, and nobody's surname in an alias."""
    text = document("D1", "Luis Caro, aka Vela, met Aldo Rey, aka La Rosa Negra.", "Hugo Vela came.", "Negra left.")
    luis, vela, aldo, negra = (mention(text, name) for name in ("Luis Caro", "Vela", "Aldo Rey", "La Rosa Negra"))
    said = [claim(text, "ALIAS_OF", vela, luis), claim(text, "ALIAS_OF", negra, aldo)]
    marks = [luis, vela, aldo, negra, mention(text, "Hugo Vela"), mention(text, "Negra", occurrence=1)]
    assert names(marks, said) == together("Luis Caro|Vela", "Aldo Rey|La Rosa Negra", "Hugo Vela", "Negra")


def test_two_kinds_are_not_one_whatever_the_text_equates() -> None:
    """A person is no agency, whatever was read as an apposition; among organisations the kinds may differ."""
    text = document("D1", "Luis Caro, the Harbour Watch, and the Rojos, a gang, or Red Ones.")
    luis, watch = mention(text, "Luis Caro"), mention(text, "Harbour Watch", "agency")
    rojos, ones = mention(text, "Rojos", "armed_group"), mention(text, "Red Ones", "cartel")
    said = [claim(text, "SAME_AS", luis, watch), claim(text, "SAME_AS", rojos, ones)]
    assert names([luis, watch, rojos, ones], said) == together("Luis Caro", "Harbour Watch", "Rojos|Red Ones")


def test_masks_are_never_merged() -> None:
    """One mask may stand for several people: each place is a source of its own."""
    text = document("D1", "XXXXXXXXXXXX said so.", "XXXXXXXXXXXX agreed.")
    first, second = mention(text, "XXXXXXXXXXXX", "source"), mention(text, "XXXXXXXXXXXX", "source", 1)
    said = [claim(text, "SAME_AS", first, second)]
    assert len(identify([first, second], said)) == 2


def test_unnamed_events_are_never_merged_by_their_title() -> None:
    """Two arrests in one month have one title and are two; so are seizures and meetings."""
    text = document("D1", "arrested here", "arrested there", "seized here", "seized there", "met here", "met there")
    marks = [
        mention(text, word, kind, i, name=f"{kind} of June 2009", named=False)
        for word, kind in (("arrested", "case"), ("seized", "seizure"), ("met", "meeting"))
        for i in range(2)
    ]
    assert len(identify(marks, ())) == 6


def test_organisations_are_one_with_and_without_country_article_and_case() -> None:
    """A country counts the same as noun and as adjective; who leaves it out means the only one the text names."""
    text = document(
        "D1",
        "the Norland cartel",
        "Norland Cartel",
        "Mexican Norland drug cartel",
        "Armed Forces of Peru",
        "Peruvian armed forces",
    )
    texts = text.text
    marks = [
        mention(text, "the Norland cartel", "cartel"),
        mention(text, "Norland Cartel", "cartel"),
        mention(text, "Mexican Norland drug cartel", "organization"),
        mention(text, "Armed Forces of Peru", "agency"),
        mention(text, "Peruvian armed forces", "agency"),
    ]
    assert all(m.text in texts for m in marks)
    assert names(marks) == together(
        "the Norland cartel|Norland Cartel|Mexican Norland drug cartel", "Armed Forces of Peru|Peruvian armed forces"
    )
    (cartel,) = (entity for entity in identify(marks, ()) if "Norland" in entity.name)
    assert cartel.kind == "cartel"


def test_an_organisation_without_its_country_stays_apart_if_two_fit() -> None:
    """“The navy” after two countries' navies is neither's."""
    text = document("D1", "Peruvian Navy", "Mexican Navy", "the Navy")
    marks = [mention(text, t, "agency") for t in ("Peruvian Navy", "Mexican Navy", "the Navy")]
    assert len(identify(marks, ())) == 3


def test_an_office_is_that_of_the_country_named_before() -> None:
    """“Congress” after the only country's Congress is that one; before it, or with its own acronym, it is not."""
    text = document(
        "D1", "the Norland Congress", "Peruvian Congress", "Congress", "Coast Guard (CGX)", "U.S. Coast Guard"
    )
    long, short = mention(text, "Peruvian Congress", "agency"), mention(text, "Congress", "agency", 2)
    assert len(identify([long, short], ())) == 1
    assert len(identify([mention(text, "Congress", "agency"), long], ())) == 2
    later = document("D1", "U.S. Coast Guard", "Coast Guard (CGX)")
    ours, theirs, letters = (mention(later, t, "agency") for t in ("U.S. Coast Guard", "Coast Guard (", "CGX"))
    theirs = replace(theirs, end=theirs.end - 2, text="Coast Guard", name="Coast Guard")
    assert len(identify([ours, theirs, letters], [claim(later, "SAME_AS", letters, theirs)])) == 2


def test_an_acronym_is_the_expansion_by_its_letters() -> None:
    """The first letters, with or without "of", make an acronym of the only name that fits."""
    text = document("D1", "Bureau of Harbour Watch", "BOHW", "BHW", "Norland Police Office", "NPX")
    marks = [
        mention(text, t, "agency") for t in ("Bureau of Harbour Watch", "BOHW", "BHW", "Norland Police Office", "NPX")
    ]
    assert names(marks) == together("Bureau of Harbour Watch|BOHW|BHW", "Norland Police Office", "NPX")


def test_cases_and_vessels_are_one_by_their_own_words() -> None:
    """“Operation”, “case” and “M/V” say what it is, not which."""
    text = document("D1", "Operation Amber", "the Amber case", "M/V Estrella Sur", "Estrella Sur")
    marks = [mention(text, "Operation Amber", "case"), mention(text, "the Amber case", "case")]
    marks += [mention(text, "M/V Estrella Sur", "vessel"), mention(text, "Estrella Sur", "vessel", 1)]
    assert names(marks) == together("Operation Amber|the Amber case", "M/V Estrella Sur|Estrella Sur")


def test_the_full_name_tells_the_kind() -> None:
    """What an acronym was taken for gives way to what its expansion says, however often the acronym stands."""
    text = document("D1", "Harbour Watch Bureau (HWB)", "HWB", "HWB")
    long = mention(text, "Harbour Watch Bureau", "agency")
    short = [mention(text, "HWB", "organization", i) for i in range(3)]
    found = only([long, *short], [claim(text, "SAME_AS", short[0], long)])
    assert (found.kind, found.name, found.aliases) == ("agency", "Harbour Watch Bureau", ("HWB",))


def test_kinds_do_not_mix() -> None:
    """A ship named after a man is not the man."""
    text = document("D1", "Luis Caro sailed on the Luis Caro.")
    assert len(identify([mention(text, "Luis Caro"), mention(text, "Luis Caro", "vessel", 1)], ())) == 2


def test_what_mentions_say_is_kept_in_text_order() -> None:
    """Different roles are joined, the same in another case is not repeated, and of two numbers the first stays."""
    text = document("D1", "Mayor Luis Caro.", "mayor Luis Caro.", "Suspect Luis Caro.")
    facts: list[dict[str, Any]] = [
        {"role": "Mayor", "age": 50},
        {"role": "mayor"},
        {"role": "suspect", "age": 50},
    ]
    marks = [mention(text, "Luis Caro", occurrence=i, **fact) for i, fact in enumerate(facts)]
    assert dict(only(marks).properties) == {"age": 50, "role": "Mayor; suspect"}


def test_the_first_name_is_the_most_complete_one_in_lower_case() -> None:
    """Capitals of a heading, an alias and a surname do not become the name."""
    text = document("D1", "HUGO VELA CARMONA", "Hugo Vela Carmona", "Vela", "Hugo Armando Tapia Rondon")
    marks = [mention(text, t) for t in ("HUGO VELA CARMONA", "Hugo Vela Carmona", "Hugo Armando Tapia Rondon")]
    person = only(marks, [claim(text, "ALIAS_OF", marks[2], marks[1])])
    assert (person.name, person.aliases) == ("Hugo Vela Carmona", ("Hugo Armando Tapia Rondon",))
