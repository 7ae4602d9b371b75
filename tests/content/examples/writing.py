"""Texts, questions and options, and how hard they are to read."""

from tests.content.examples import TOPIC_FILE, Example, changed

EXAMPLES: tuple[Example, ...] = (
    changed(
        TOPIC_FILE,
        "Water cannot open a blood vessel.",
        "That is wrong. Water cannot open a blood vessel.",
        code="E301",
        says="small/topics/signs.yaml:32:22: The word 'wrong' can make a patient feel judged.",
        remedy="Say it kindly, for example 'Not quite'.",
    ),
    changed(
        TOPIC_FILE,
        "      - It can make your chest hurt.",
        "      - It can make a blood test look odd.",
        code="E301",
        says="small/topics/signs.yaml:12:29: The word 'test' can make a patient feel judged.",
        remedy="Say 'check', 'blood work' or 'lab work'.",
    ),
    changed(
        TOPIC_FILE,
        "It can block a blood vessel.",
        "It happens to 1 in 20 people.",
        code="E302",
        says="small/topics/signs.yaml:10:48: '1 in 20' is hard to compare.",
        remedy="Say 'about 5 of every 100', always out of 100.",
    ),
    changed(
        TOPIC_FILE,
        "It can block a blood vessel.",
        "It happens to 2 people out of every 50.",
        code="E302",
        says="small/topics/signs.yaml:10:48: '2 people out of every 50' has another base than 100.",
        remedy="Say 'about 5 of every 100', always out of 100.",
    ),
    changed(
        TOPIC_FILE,
        "wrong: Drink some water",
        "wrong: None of the above",
        code="E303",
        says="small/topics/signs.yaml:31:16: 'None of the above' is about the other options.",
        remedy="Write an option that says one thing.",
    ),
    changed(
        TOPIC_FILE,
        "ask: It is evening and your chest hurts. What do you do?",
        "ask: It is evening and your chest hurts. Which of these should you not do?",
        code="E304",
        says="small/topics/signs.yaml:23:46: This asks for what is not so ('Which of these should you not').",
        remedy="Ask for what is so, or what to do.",
    ),
    changed(
        TOPIC_FILE,
        "wrong: Drink some water",
        "wrong: Rest and wait and drink some water",
        code="E305",
        says="small/topics/signs.yaml:31:16: 'Rest and wait and drink some water' joins other options.",
        remedy="Write options that each say one thing.",
    ),
    changed(
        TOPIC_FILE,
        "It can block a blood vessel.",
        "It can <b>block</b> a blood vessel.",
        code="E306",
        says="small/topics/signs.yaml:10:41: There is HTML in this text ('<b').",
        remedy="Write plain words; pictures go under 'picture:'.",
    ),
    changed(
        TOPIC_FILE,
        "It can block a blood vessel.",
        "It can ![block](//example.org/x.png) a vessel.",
        code="E306",
        says="small/topics/signs.yaml:10:41: There is a Markdown picture in this text ('![').",
        remedy="Write plain words; pictures go under 'picture:'.",
    ),
    changed(
        TOPIC_FILE,
        "      - It can make your chest hurt.\n",
        "      - It hurts.\n" * 7,
        code="E307",
        says="small/topics/signs.yaml:9:10: This text lists 8 things.",
        remedy="Keep seven entries at most; make two lists or two screens.",
    ),
    changed(
        TOPIC_FILE,
        "A clot is a lump of blood.",
        "A clot is a lump of blood. " * 25,
        code="E308",
        says="small/topics/signs.yaml:7:5: The screen 'clot-signs' has 204 words.",
        remedy="Keep 150 words at most; make two screens of it.",
    ),
    changed(
        TOPIC_FILE,
        "main_message: Chest pain needs",
        ("main_message: If you feel ill, then you should know that we all want you to know that chest pain needs"),
        code="E309",
        says="small/topics/signs.yaml:5:15: The main message has 22 words.",
        remedy="Say it in 20 words or fewer.",
    ),
    changed(
        TOPIC_FILE,
        "ask: It is evening and your",
        ("ask: It is a warm evening, you are at home with a cup of tea and a good book, the cat sleeps, and your"),
        code="W320",
        says="small/topics/signs.yaml:23:10: The question has 29 words.",
        remedy="Use 25 words or fewer.",
    ),
    changed(
        TOPIC_FILE,
        "wrong: Rest and wait",
        "wrong: Rest on the sofa with both feet up and wait until the day after",
        code="W321",
        says="small/topics/signs.yaml:27:16: The option has 14 words.",
        remedy="Use 12 words or fewer.",
    ),
    changed(
        TOPIC_FILE,
        "right: Call {emergency_number}\n        why: It may",
        ("right: Call {emergency_number} and tell them how you feel now\n        why: It may"),
        code="W322",
        says="small/topics/signs.yaml:25:16: The right option has 39 letters, the others 14 on average.",
        remedy="Make the options about equally long.",
    ),
    changed(
        TOPIC_FILE,
        "wrong: Drink some water",
        "wrong: Always drink water",
        code="W323",
        says="small/topics/signs.yaml:31:16: 'Always' draws the eye for its wording.",
        remedy="Take the word out, or say how often.",
    ),
    changed(
        TOPIC_FILE,
        "right: Call {emergency_number}\n        why: It may",
        "right: Say that your chest hurts\n        why: It may",
        code="W324",
        says="small/topics/signs.yaml:25:30: 'chest' stands in the question and in no other option.",
        remedy="Use the word in another option too.",
    ),
    changed(
        TOPIC_FILE,
        "It can block a blood vessel.",
        "The clinic should be called.",
        code="W325",
        says="small/topics/signs.yaml:10:45: 'should be called' does not say who acts, or says it last.",
        remedy="Say who does it: 'You call the clinic', 'The nurse starts the drip'.",
    ),
    changed(
        TOPIC_FILE,
        "It can block a blood vessel.",
        "The drip is started by the nurse.",
        code="W325",
        says="small/topics/signs.yaml:10:43: 'is started by the' does not say who acts, or says it last.",
        remedy="Say who does it: 'You call the clinic', 'The nurse starts the drip'.",
    ),
    changed(
        TOPIC_FILE,
        (
            "      - wrong: A friend at home\n"
            "        why: A friend cannot treat a clot.\n"
            "      - right: The team at {emergency_number}\n"
            "        why: They can treat a clot on the way.\n"
            "      - accept: The driver, who can call for you\n"
            "        why: That is safe. The driver can get help.\n"
        ),
        (
            "      - wrong: 3 days\n"
            "        why: That is long.\n"
            "      - right: 1 day\n"
            "        why: That is soon.\n"
            "      - wrong: 2 days\n"
            "        why: That is late.\n"
        ),
        code="W326",
        says="small/topics/signs.yaml:44:5: The numbers of the options are out of order.",
        remedy="Put the options in the order of their numbers.",
    ),
    changed(
        TOPIC_FILE,
        "Who can help?",
        "Say who can help.",
        code="W327",
        says="small/topics/signs.yaml:43:10: The question does not end in a question mark.",
        remedy="End the question with '?'.",
    ),
    changed(
        TOPIC_FILE,
        "A clot is a lump of blood. It can block a blood vessel.",
        (
            "Intravenous immunoglobulin administration occasionally precipitates thromboembolic complications, "
            "particularly affecting individuals demonstrating preexisting cardiovascular vulnerability. "
        )
        * 4,
        code="E401",
        says=(
            "small/topics/signs.yaml:2:1: The topic reads at grade 10.7 (Flesch-Kincaid 11.0, SMOG 10.4; 10.7 "
            "before allowing for explained terms)."
        ),
        remedy="Use shorter sentences and shorter words; aim for grade 5.",
    ),
    changed(
        TOPIC_FILE,
        "A clot is a lump of blood. It can block a blood vessel.",
        ("Serious complications are unlikely, but a previous medical history considerably increases the possibility. ")
        * 4,
        code="W402",
        says=(
            "small/topics/signs.yaml:2:1: The topic reads at grade 6.9 (Flesch-Kincaid 4.7, SMOG 9.0; 6.9 before "
            "allowing for explained terms)."
        ),
        remedy="Use shorter sentences and shorter words; aim for grade 5.",
    ),
    changed(
        TOPIC_FILE,
        "It may be a clot.",
        (
            "Water goes to your stomach and then to your blood but it cannot open a blood vessel that is full of "
            "a lump of blood, so call us and do not wait. "
        )
        * 13,
        code="W403",
        says=(
            "small/topics/signs.yaml:2:1: A sentence has 17 words on average; longest: 'Water goes to your "
            "stomach and then t...'."
        ),
        remedy="Make two sentences of each long one: 15 words or fewer on average.",
    ),
    changed(
        TOPIC_FILE,
        "It can block a blood vessel.",
        "It is also called DVT.",
        code="W404",
        says="small/topics/signs.yaml:10:52: 'DVT' is not in the glossary.",
        remedy="Add it to glossary.yaml, or write the words out.",
    ),
)
