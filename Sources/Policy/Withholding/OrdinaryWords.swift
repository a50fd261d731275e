/// Family names that are words of any record as well: English words, signs and diseases that bear a name, and words
/// of the formats' own grammar. Such a name alone tells nothing; with a given name beside it it is sought.
enum OrdinaryWords {
  /// By the number of the word (``FoldedWords``).
  static let hashes = Set(FoldedWords.words(of: words.description).map(\.hash))

  /// What stands where a name is not known.
  static let placeholders = Set(FoldedWords.words(of: noNames.description).map(\.hash))

  /// What a display is made of that is no person's name: departments, roles, firms, programs.
  static let offices = Set(FoldedWords.words(of: officeWords.description).map(\.hash))

  private static let officeWords: StaticString = """
    administration administrator anesthesia anesthesiology assistant associates attending automated batch cardiology \
    care center centers centre clerk clinic clinical clinics college company consultant coordinator corp corporation \
    counselor default department dept dermatology device diabetes diagnostics dietitian division emergency endocrinology \
    engine facility foundation gastroenterology group health healthcare home hospice hospital hospitalist hospitals \
    imaging inc institute insurance intake interface interpreter intern lab laboratories laboratory labs llc manager \
    medicaid medical medicare medicine navigator nephrology neurology nurse nurses nursing nutrition nutritionist office \
    oncology orthopedics paramedic pathology patient pediatrics pharmacist pharmacy phlebotomist phlebotomy physician \
    physicians practice practitioner primary program programs provider providers psychiatry pulmonology radiologist \
    radiology receptionist referral registered registrar registration registry rehabilitation resident respiratory \
    scheduler scheduling scribe service services software specialist specialists staff student surgeon surgery surgical \
    system systems team technician technologist therapist therapists therapy transcription transcriptionist triage \
    unit university urgent urology vaccine volunteer wellness
    """

  private static let noNames: StaticString = """
    unknown unspecified unassigned anonymous none null na nka test tester sample example self patient same mother \
    father mom dad parent spouse husband wife son daughter brother sister sibling child partner friend guardian other \
    not available provided given on file no name doctor physician nurse staff provider system admin user see above \
    withheld masked redacted
    """

  private static let words: StaticString = """
    able acute adult alert also ambulance apple april arch arms arrow august aunt baby back bacon bail bailey baker \
    balance ball band bank banks barber bark barn base bass bath bay beach bean bear beard beck bell bench berry best \
    bird bishop black blank block blood bloom blow blue board boat body bond bone book booth born boss bowl bowls bowman \
    bowen box boy brace branch brand bravo bread breast bridge bridges briefs bright brook brooks brother brown brush \
    buck bull burden burn burns bush butcher butler button cable calf camp canal cancer candle cannon cane card care \
    carpenter carter case cash castle cell center central chair chamber chambers chance chapel chapman charge charity \
    chart chase check cherry chest chief child childs church clark clay clean clear clerk cliff clinic close coach coal \
    coat code coffee coil cold cole college collar collins colon comfort common constant cook cool cooper copper cord \
    corn corner cotton couch counts court cousin cover craft cramp crane cross crow crown crush cruise cure curry curtain \
    cut daily dale dance date dates david dawn daughter day days deal dean dear deep dell dial diamond dice dike doctor \
    dodge dollar door dose dove down drain draper dream drew drink driver drop drum duck duke dunn dye early east \
    easter easy eden edge egg elder elm emergency england entry ever eyes face fact fair faith fall falls family farmer \
    farr fast father fear feet fell fellow fence fever field fields fine finger fire first fish fisher fist fit flag \
    flanders flat fleet fling flint flood floor flow flower flowers fluid fly food foot force ford foreman forest fork \
    foster fowler fox frame frank free freeman french fresh friday friend frost fuller full gale game gardener garden \
    gates gay general gentle gentry gift given glass glove glover goal gold golden good goodman gown grace grain grant \
    grave graves gray great green grey grief grip gross ground groves grow guard guest guide gum gunn guy hail hair hale \
    half hall ham hand handle hands hanger hardy harm harp harper harsh hart harvest hatch hawk hawkins hay hayes hazel \
    head heal heart heath heel height held help herb herbert herring high highly hill hills hip hippo hire hobbs hold \
    hole holiday holly holland holmes home honey hood hook hooker hope horn horne horse hospital host hour house housing \
    howell huff hull humble hunt hunter hurt hush hyde ice ill infant inch inner iris iron island item ivory ivy jack \
    jackson james jar jean jewel john johns join jolly jones joy judge july june junior just justice kane keen keep key \
    kid kidney kind king kings kiss kitchen kite knee knight knot knowles lace lake lamb lamp land lane large lark last \
    law lawn lawyer leach lead leaf lean leave lee leech left leg legs lemon lent leonard less level lewis life light \
    lighter lightfoot like lily limb line link lion lip list little lively liver load lock lodge long love loving low \
    lowe luck lump lunch lung luther lynch mace made maid mail main major male malone man manly mann march mark marks \
    marsh marshall martin mash mason mass masters match mate mather maxwell may mayo mays meadow meadows means medical \
    meek mental mercer merchant mercy mild miles mill miller mills minor mint miss mohs mole monday month moody moon moore \
    more morning morris morse moss moth mother mount mouse mouth mulch muse music myers nail name nation neck negro nerve \
    new newman nice night noble nodes none noon norm norman north nose note nurse oak oaks office oil olive only order \
    organ osler outlaw overall page pain paine painter pale palm palmer parent park parker parks parson parsons part \
    partner pass past patch path patient peace peach peak pear pearl pence penny pepper perch perfect period person pest \
    peters pharma pharmacy phone pick pierce pike pile pill pillow pine pink pipe pitt pitts place plain plan plant \
    plate pleasant plumb poach point poll pond pool poor pope porter post potter potts pound powder power powers pratt \
    press price priest prime prince prior privet probe proctor profit prone proper provider pulse pump purple purse quick \
    quiet radio rail rain raines ramp ranger rank rash raw ray read ready reason record red redding reed reeves relief \
    religion rest result rhodes rice rich riches ridge right ring ringer ripe rise risk river rivers road robe rock rocks \
    rode rodes roll roman romberg room root roots rope rose rosebud ross round rowe royal ruby rule rush russet rust rye \
    sachs sack sadler safe sage saint sales salmon salt salts same sand sands saturday savage save sawyer scale scales \
    scar school score scott screen seal search seat second section see self sense service setting seven shade shadow shaft \
    shallow shank sharp shaver shaw sheep sheet shell shepherd shield shin shine ship shirt shock shoe shoemaker shore \
    shores short shot shoulder show shunt sibling side sign signs silver simple simpson singer single singleton sister \
    site six skinner sky slack slaughter sleep slim sling small smart smile smith smoke smoker smooth snipe snow social \
    soft sole son song sore soul south space spain span spark sparks speak speaker spear speed spell spencer spice spike \
    spine spitz spring springer springs spruce square squire staff stage stain stair stall stamp stand staple star stark \
    start state steel steele stein stent step stern steward stewart stiff still stock stocks stone stones stool storm \
    story stout straight strain strange street stretch strong study sugar suite sum summer summers sun sunday surgeon \
    swallow sweat sweet swift swim swing sword table tailor tall tank tanner tapp target tate taylor teacher tear temple \
    ten terms test text thick thin think thorn thumb thursday tide till time times tinker title today toe toll tongue \
    tooth total touch tower towers town townes track trainer trauma travel trip true trust tube tuck tuesday tumor turn \
    turner twin type ulcer uncle under union unit upright usual vale valentine valley value van vance varus vein vernon \
    vest victory view village vine vise visit vital voice wade wager wages waist wake wales walk walker wall waller walls \
    walter want ward warden wards ware warm warren wash waste watch water waters watson watts way wear weaver webb webber \
    weed week weeks weight weir weller well wells welsh west whale wheat wheel wheeler whey white whole wick wide widow \
    wife wild wilder wiley will willing willow wilson wind window windows wine wing wings winner winter winters wire wise \
    wolf wolfe woman womb wong wood woods woodward wool work worker world worth wound wren wright wrist yard year years \
    yellow yield young younger youth zone \
    addison alport alzheimer apgar asperger babinski baker barlow barrett barthel bartholin basedow becker behcet bell \
    bennett berger bishop blalock bowman braden bright brown broca burkitt charcot cheyne chiari christmas colles conn \
    cooley coombs coxsackie crohn cushing dandy doppler down downs dressler duchenne dupuytren ebstein edwards ehlers \
    epstein ewing fabry fanconi foley folstein fowler gaucher gilbert glasgow gleason gram hashimoto hickman hirschsprung \
    hodgkin holter homans horner huntington jackson kaposi kawasaki kegel kehr keller kerley kernig klein korsakoff kussmaul \
    lachman laennec lennox lewy lister lyme lynch mallory marburg marfan mcburney meckel meniere merkel moro morton munro \
    murphy norton osgood paget pap papanicolaou parkinson pavlov penrose peyronie phalen poland pott prader quincke ranson \
    raynaud reiter reye rinne roux sjogren snellen still stokes swan sydenham takayasu tanner thomas tinel tourette trousseau \
    turner valsalva virchow wagner waterhouse weber wegener wernicke whipple wilms wilson wolff yates zenker zollinger \
    diagnostics laboratory laboratories labs associates institute foundation healthcare health medicine pediatrics \
    cardiology radiology surgery oncology pathology neurology psychiatry urology dermatology anesthesia nursing ward team \
    services systems imaging physicians practice specialists university college memorial regional community \
    act address author body center city class client code codes component contact contained content country county \
    custodian data date detail display division document encounter entry extension family female gender given group header \
    identifier identity index item items label language legal level line link list location male media member message meta \
    mode name names number observation office official online organization output parent participant party path patient \
    period person phone place plan policy prefix problem profile program project property provider quantity reason record \
    reference region related relation report request resource result role root row sample schedule scope section segment \
    service source span status street string style subject suffix summary system table target task telecom template text \
    time title type unit update url use user value version visit work \
    arabic armenian bengali cantonese chinese creole croatian dutch english farsi filipino german greek gujarati haitian \
    hebrew hindi hmong hungarian italian japanese khmer korean mandarin navajo nepali persian polish portuguese punjabi \
    romanian russian serbian somali spanish swahili tagalog thai turkish ukrainian urdu vietnamese yiddish \
    albany arlington atlanta austin aurora beaumont boston burlington camden carson carolina charlotte chester cheyenne \
    chicago cleveland clinton columbus dakota dallas dayton denver douglas dover durham eugene fargo florence florida \
    franklin fremont garland georgia hampton hartford helena henderson houston hudson irving kent lancaster laredo \
    lincoln london madison manchester milan milton montana nevada newark newton oakland orlando paris phoenix plymouth \
    quincy raleigh richmond rochester salem savannah sheridan sterling sydney trenton troy tyler vermont virginia warsaw \
    washington wayne wellington windsor winston worcester york \
    pace paces gait stroke fall slip stare bend bender trip rush drain swell swells
    """
}
