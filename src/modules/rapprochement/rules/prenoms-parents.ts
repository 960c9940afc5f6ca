/**
 * Prénoms qui en disent un autre : diminutifs, et transcriptions usuelles trop courtes ou trop éloignées pour se retrouver
 * à l'oreille. Une ligne par famille ; un prénom peut être de plusieurs familles. Liste volontairement modeste : on n'y met
 * que l'usage constant.
 */
const familles = (texte: string): readonly (readonly string[])[] =>
  texte
    .trim()
    .split('\n')
    .map((ligne) => ligne.trim().split(' '));

const DIMINUTIFS = familles(`
  alexandre alex alexis sacha sasha
  alexandra alex sandra sacha sasha
  antoine tony toni
  anthony tony toni
  benjamin ben benji
  benoit ben
  catherine cathy kathy cath kate katie katherine kathleen
  christophe chris tophe
  christopher chris
  christine chris tine
  christina chris tina
  daniel dan danny dani
  david dave dav
  dominique dom
  edouard ed eddy
  edward ed eddie ted ned
  elisabeth eli elise lisa babeth liz beth betty elizabeth eliza bess lizzie
  emmanuel manu
  emmanuelle manu manue
  eleonore leonore nora
  florence flo
  florian flo
  francois fanfan
  francoise fanfan
  frederic fred freddy
  frederique fred
  gabriel gab gaby
  gabrielle gab gaby
  genevieve ginette
  gregory greg
  guillaume guigui
  isabelle isa
  isabella isa bella
  jacqueline jacky jackie
  jean-claude jeanclaude
  jeremy jerem
  johanna jo
  jonathan jo john jon
  joseph jo joe
  josephine jo josie
  kevin kev
  laurence lolo
  louise lou
  ludovic ludo
  madeleine mado
  margaret maggie meg peggy
  marguerite margot margaux
  marion manon
  matthieu mat mathieu mathis
  matthew matt
  maxime max
  maximilien max
  melanie mel
  michel mich michou
  michael mike mick micky mickael
  mohamed momo
  nathalie nat nath
  nathaniel nat nathan nate
  nicolas nico nick
  nicholas nick nicky
  olivier oliv olive
  pascal pasca
  patrice pat
  patricia pat patty tricia trish
  patrick pat paddy
  philippe phil
  philip phil pip
  richard rick dick rich
  robert bob rob bobby robbie bert
  samantha sam
  samuel sam
  sebastien seb
  stephane steph
  stephanie steph
  steven steve stephen
  susan sue susie suzanne
  suzanne suzie
  sylvain syl
  theodore theo
  theophile theo
  thomas tom tommy
  timothee tim
  timothy tim
  valentin val
  valerie val
  veronique vero
  victoria vicky vic tori
  victor vic
  vincent vince
  virginie virg
  william will bill billy liam willy
  yannick yann
  zachary zac zach zack
  abigail abby
  andrew andy drew
  anthony ant
  charles charlie chuck
  charlotte lotte charlie
  deborah deb debbie
  donald don
  gerald gerry
  henry harry hank
  james jim jimmy jamie
  jennifer jen jenny
  jessica jess jessie
  john jack johnny
  joshua josh
  kenneth ken
  lawrence larry
  mary molly polly
  rebecca becky
  ronald ron
  theresa terry tess
`);

const TRANSCRIPTIONS = familles(`
  mohamed mohammed muhammad mouhamed mohammad mouhammad mahomet muhamed mamadou
  aicha aysha aisha ayesha aichatou aissata
  fatima fatma fatimah fathima
  fatoumata fatou fatimata
  youssef yusuf youcef yousuf yousef yosef joseph
  ibrahim brahim ebrahim ibrahima
  hussein houcine hocine husain hussain hossein
  khadija kadija khadidja hatice khadidiatou kadiatou
  ousmane osman othman othmane uthman ousman
  omar oumar umar
  mariam meryem maryam myriam miriam mariama
  zeinab zineb zaynab zainab
  yassine yacine yasin yassin
  ismail ismael smail
  moustapha mustafa mostefa mustapha
  souleymane suleyman slimane soliman sulaiman soulaimane
  leila leyla layla lilah
  nour noor nur
  hassan hasan hassen
  sofiane soufiane sufyan sofian
  rachid rashid
  djamel jamal jamel djamal
  djamila jamila
  salah saleh
  abdallah abdoulaye abdullah abdellah
  cheikh sheikh cheick
  mehdi mahdi
  ayoub ayub eyup
  ilyes ilyas elias
  yanis yannis ianis
  sergei serguei sergey serhiy
  dmitri dimitri dmitry dmytro
  aleksandr alexandre oleksandr alexander alexandru
  iulia julia yulia
  mikhail michail mykhailo
  natalia nataliya nathalia
  ekaterina kateryna katerina
  vladimir volodymyr
  andrei andrey andriy
  elena olena helena
`);

function buildIndex(groupes: readonly (readonly string[])[]): ReadonlyMap<string, ReadonlySet<number>> {
  const index = new Map<string, Set<number>>();
  for (const [rang, noms] of groupes.entries())
    for (const nom of noms) index.set(nom, (index.get(nom) ?? new Set()).add(rang));
  return index;
}

const parDiminutif = buildIndex(DIMINUTIFS);
const parTranscription = buildIndex(TRANSCRIPTIONS);

/** « Alex » et « Alexandre », mais pas « Alexis » et « Sacha » : l'un des deux est le prénom entier. */
export function isDiminutif(a: string, b: string): boolean {
  return [...(parDiminutif.get(a) ?? [])].some((rang) => {
    const entier = DIMINUTIFS[rang]?.[0];
    return (a === entier || b === entier) && parDiminutif.get(b)?.has(rang);
  });
}

export function isMemeTranscription(a: string, b: string): boolean {
  return [...(parTranscription.get(a) ?? [])].some((rang) => parTranscription.get(b)?.has(rang));
}
