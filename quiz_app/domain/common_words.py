"""First names that are hardly ever another word, and words a clinic writes with a capital letter that name nobody."""

_FIRST_NAMES = """
aaron abigail adrian agnes ahmed alan albert alejandro alex alexander alexandra alfred alice alicia allison amanda
amelia ana andrea andrew angela angelina anita anja anna anne annie anthony antonio arthur ashley audrey barbara
beatriz benjamin bernard beth betty beverly brandon brenda brian bruce bryan camila carla carlos carmen carol
caroline carolyn catherine charles charlotte cheryl chris christian christina christine christopher cindy claire
claudia craig cynthia daniel danielle david deborah debra denise dennis diana diane diego dolores donald donna
dorothy douglas dylan edward eileen elaine elena eleanor elizabeth ellen emily emma eric erica ethan eugene eva
evelyn fatima felipe fernando florence frances francisco gabriel gabriela gary george gerald geraldine gerard gloria
gregory guadalupe hannah hans harold harry heather hector helen helga henry hiroshi howard ingrid isabel isabella
ivan jacob jacqueline jaime james jamie jane janet janice javier jean jeanne jeffrey jennifer jeremy jerry jesse
jessica jesus jill joan joanne joe joel john johnny jonathan jorge jose joseph joshua josefina juan juana juanita
judith judy julia julian julie justin karen karl katherine kathleen kathryn kathy katie keith kelly kenneth kevin
kimberly klaus kyle larry laura lauren lawrence leonard leslie linda lisa logan lois lori louis louise lucia lucy
luis luisa luke madison manuel marcus margaret margarita maria marie marilyn marion marlene marta martha martin mary
maryam matthew megan melissa michael michelle miguel mildred mohamed mohammed monica muhammad nancy natalie nathan
nicholas nicole noah norma olivia oscar pablo pamela patricia patrick paul paula pedro peter philip phillip priya
rachel rafael ralph ramon randy raymond rebecca ricardo richard robert roberto roger ronald rosa rosemary ruth ryan
samantha samuel sandra sara sarah scott sean sergio sharon shirley silvia sofia sophia stephanie stephen steven
susan svetlana sylvia teresa terry theresa thomas timothy tina todd tyler ursula valerie vanessa veronica victoria
vincent virginia walter wayne wendy wilhelm william yolanda yusuf zachary
"""

_ORDINARY = """
monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun
january february march april may june july august september october november december
jan feb mar apr jun jul aug sep sept oct nov dec spring summer autumn fall winter today tomorrow yesterday
morning noon afternoon evening night week month day year hour minute am pm early late first second third fourth next
last new old north south east west left right upper lower front back big small long short red blue green white black
yellow orange purple pink grey gray brown silver gold one two three four five six seven eight nine ten zero
chair bed room bay bench window door desk floor wing ward unit station suite pod area center centre clinic hospital
infusion outpatient inpatient department emergency urgent care home house health medical medicine neurology
immunology hematology haematology rheumatology dermatology oncology pediatric paediatric pharmacy lab laboratory
reception front office team shift nurse nursing doctor physician pharmacist patient patients visitor visit
appointment follow start begin stop end check checked list group demo test sample label code card sheet tablet paper
phone booklet form page question answer number no yes maybe none other english spanish german french italian polish
turkish arabic chinese russian vietnamese korean portuguese language interpreter ivig scig immunoglobulin immune
globulin gammagard privigen octagam gamunex panzyga bivigam flebogamma hizentra asceniv yimmugo igg iv cidp gbs mmn
itp pid cvid myasthenia gravis guillain barre kawasaki dose rate pump line needle vein drip saline bag bottle glass
water fluid drink food tea heparin aspirin ibuprofen tylenol acetaminophen paracetamol advil benadryl
diphenhydramine steroid prednisone dexamethasone epinephrine epipen antihistamine penicillin vaccine vaccination
blood clot clots stroke heart attack kidney liver lung skin head headache migraine neck back chest arm leg hand foot
face eye ear mouth throat stomach belly fever chill rash hive itch itching swelling pain ache nausea vomiting
dizziness dizzy tired weak weakness breath breathing short cough wheeze urine pressure pulse temperature weight
stiff light signs sign side effect effects reaction reactions allergy allergic anaphylaxis aseptic meningitis
hemolysis haemolysis thrombosis danger safety plan risk rule point points talk talks teach teach-back teachback
understanding understood understands understand knows know says say said tells tell told asks ask asked answers
repeats repeat repeated explains explain explained names name named lists shows show showed shown describes describe
remembers remember recalls forgets forgot thinks think thought believes feels feel felt wants want wanted needs need
needed takes take took taken gets get got gives give gave given goes go went comes come came makes make made does do
did done has have had is are was were be been being can could will would should shall must might calls call called
calling wait waits waited rest rests sit lie stand walk drive keep keeps kept use uses used read reads reading wrote
write writes reviewed review discussed discuss practiced practised used confirmed clear partly not yet with without
within and or but if when while after before during until because since so then than that this these those there
here what which who whom whose why how where the a an any all both each every some many more most much few less only
just also too very well good better best bad worse worst at by for from in into of off on onto out over to up down
under about again once twice he she they we you i it him her them us me my your his its our their wife husband
daughter son mother father mom mum dad sister brother partner friend family caregiver carer child grandson
granddaughter aunt uncle neighbor neighbour son-in-law daughter-in-law doesn don isn wasn won couldn wouldn re ve ll
error wrong mistake mistaken entry entered duplicate person signed sign withdrawn withdraw reason record chart
moved transferred declined refused present absent great britain united states america european union mexico
christmas easter thanksgiving halloween day eve
"""

FIRST_NAMES = frozenset(_FIRST_NAMES.split())
ORDINARY = frozenset(_ORDINARY.split())
