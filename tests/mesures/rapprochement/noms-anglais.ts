/** Prénoms, noms et lieux d'allure anglaise, écrits à la main, du plus courant au plus rare ; personne ne s'appelle ainsi ici. */
import { GROUPES } from '#demo/noms/origines.ts';
import { PATRONYMES } from '#demo/noms/patronymes.ts';

const mots = (texte: string): readonly string[] => texte.trim().split(/\s+/);

export const PRENOMS_ANGLAIS = mots(`
  joshua emily jack sophie lachlan jessica thomas chloe james isabella ethan georgia william olivia samuel hannah daniel
  ella benjamin charlotte matthew emma ryan lauren luke grace jacob sarah nicholas caitlin liam madison harrison lily
  alexander zoe michael amelia riley jasmine cooper lucy dylan holly jordan alyssa oliver ruby connor mia noah hayley
  lewis abbey isaac kiara tyler bella cameron brianna jayden paige zachary taylor patrick courtney mitchell tahlia jake
  amber nathan stephanie max rachel angus nicole blake eliza aidan molly david imogen hamish claudia bailey maddison
  adam abigail callum phoebe joel erin toby shakira sebastian jade robert annabelle kyle keira caleb ashley charlie
  eloise hugo natasha jesse victoria finn mackenzie brodie alana marcus katelyn john indiana flynn summer aaron megan
  henry bethany dominic teagan logan anna tristan sienna christopher julia levi rebecca edward mikayla joseph danielle
  hayden gabrielle kai eva seth samantha elijah tara gabriel alice xavier leah declan layla brock kate jonathan freya
  archie matilda nathaniel skye george harriet brayden elizabeth bradley alexandra lucas catherine andrew laura kyan
  zara mason jacinta angela felix savannah dean melissa corey jorja peter bridget simon chelsea beau vanessa kane
  isobel timothy mary stephen tegan craig katherine trent gemma leo josephine kieran rose ruben amy darcy lara
  spencer tiahna damian finlay noor ashton willow hudson marcus evan kirra reece brooke owen macey jye tyson
  willem petra gerald dorothea maxwell clementine rufus philippa quentin saskia barnaby beatrix clifford henrietta
`);

const NOMS_COURANTS = mots(`
  smith jones williams brown wilson taylor johnson white martin anderson thompson nguyen thomas walker harris lee ryan
  robinson kelly king davis wright evans roberts green hall wood jackson clarke patel khan lewis james phillips mason
  mitchell rose davies rodriguez cox alexander cooper turner ward moore webb campbell scott morris murphy carter hill
  baker edwards collins bell watson parker young allen bennett gray hughes cook morgan stewart reid ross murray simpson
  marshall wallace gordon ferguson graham hamilton kennedy fraser crawford burns hunter mcdonald macdonald mckenzie
  o'brien o'connor o'neill mccarthy fitzgerald byrne doyle quinn nolan fleming browne dixon palmer rogers hart perry
  lawrence shaw holmes stone knight matthews stevens ellis chapman grant butler russell price foster barnes fisher
  powell jenkins howard long kaye neumann weber schultz hoffmann petersen jensen hansen larsen rossi romano bianchi
  papadopoulos nikolaidis kovac novak horvat tran pham le huynh chen wong zhang wang singh kaur sharma gupta
`);
const DEBUTS = mots(`
  ash ban bar beck bick black bol brad bram bran bren brock buck burn car cars chal char chip clif col crom dal dar den
  dray dun eas ed el far fen flet gar glen good gran green hal ham har has hat haw hep hol hor hud hur kel kem kil kin
  lang law leigh lock lun mal mar mel mil mor nor oak old pem pen pick pres rad ram rath red ren rich rock rod rush
  shel sher sin stan stod sut tarl thorn til trow under wad wal war wel wes whit wil win wood wor yar
`);
const FINS = mots(`
  bury by combe cott croft dale den field ford gate ham hurst land ley low man more ney over ridge rick sham shaw
  stead ston thorpe ton vale wald way well wick win wood worth yard
`);

/** Des noms venus d'ailleurs, puis des noms composés, rares, en plus des noms courants. */
export const NOMS_ANGLAIS: readonly string[] = [
  ...NOMS_COURANTS,
  ...[...PATRONYMES, ...Object.values(GROUPES).flatMap(({ noms }) => noms)].map((nom) => nom.toLowerCase()),
  ...DEBUTS.flatMap((debut, rang) =>
    FINS.filter((_, autre) => (rang * 7 + autre * 3) % 9 === 0).map((fin) => debut + fin),
  ),
];

export const RUES_ANGLAISES = DEBUTS.flatMap((debut, rang) =>
  FINS.filter((_, autre) => (rang + autre) % 6 === 0).map(
    (fin, autre) =>
      `${debut}${fin} ${['street', 'place', 'crescent', 'avenue', 'close', 'road', 'circuit'][(rang + autre) % 7]}`,
  ),
);
export const COMMUNES_ANGLAISES = DEBUTS.flatMap((debut, rang) =>
  FINS.filter((_, autre) => (rang * 5 + autre) % 9 === 0).map((fin, autre) =>
    autre % 3 === 0 ? `${debut}${fin} heights` : `${debut}${fin}`,
  ),
);
