/**
 * Part approchée des porteurs des noms et prénoms les plus répandus en France, par paliers, d'après les fichiers publiés
 * par l'Insee (noms de famille 1891-2000, prénoms des naissances). Un ordre de grandeur suffit : être deux MARTIN ne dit
 * presque rien, être deux LECOUTEY dit beaucoup. Ce qui n'y est pas est tenu pour rare.
 */
type Palier = readonly [part: number, noms: string];

const NOMS: readonly Palier[] = [
  [0.0036, 'martin'],
  [
    0.0014,
    'bernard thomas petit robert richard durand dubois moreau laurent simon michel lefebvre leroy roux david bertrand morel fournier girard',
  ],
  [
    0.0008,
    'bonnet dupont lambert fontaine rousseau vincent muller lefevre faure andre mercier blanc guerin boyer garnier chevalier francois legrand gauthier garcia perrin robin clement morin nicolas henry roussel mathieu gautier masson marchand duval denis dumont marie lemaire noel meyer dufour meunier brun blanchard giraud joly riviere lucas brunet gaillard barbier arnaud martinez lopez',
  ],
  [
    0.0005,
    'gerard roche renard schmitt roy leroux colin vidal caron picard roger fabre aubert lemoine renaud dumas lacroix olivier philippe bourgeois pierre benoit rey leclerc payet rolland leclercq guillaume lecomte jean dupuy guillot hubert berger carpentier sanchez dupuis moulin louis deschamps huet vasseur perez boucher fleury royer klein jacquet adam paris poirier marty aubry guyot carre charles renault charpentier menard maillard baron bertin bailly herve schneider fernandez legall collet leger bouvier julien prevost millet perrot daniel cousin germain breton besson langlois remy legoff pelletier leveque perrier leblanc barre lebrun marchal weber mallet hamon boulanger jacob monnier michaud rodriguez guichard gillet etienne grondin poulain tessier dasilva dossantos ferreira pereira rodrigues fernandes nguyen diallo traore',
  ],
  [
    0.0003,
    'camara keita coulibaly diarra sow diop ndiaye fall cisse toure kone sylla ba benali haddad mansouri cherif saidi brahimi slimani tahiri rahmani ahmed mohamed ali khan singh chen wang tran pham lopes goncalves gomes alves yilmaz kaya demir sahin',
  ],
];

const PRENOMS: readonly Palier[] = [
  [0.01, 'marie jean'],
  [
    0.005,
    'gabriel leo raphael louis jules adam lucas arthur hugo jade louise emma alice ambre lina chloe rose mila lea manon ines camille nathan enzo mathis theo thomas clara sarah pierre michel nicolas mohamed',
  ],
  [
    0.003,
    'noah liam ethan paul maeva anna mia julia lena zoe juliette eva romane agathe inaya jeanne nina sofia iris victoire tom sacha gabin nolan timeo aaron maxence mathys alexandre antoine maxime baptiste clement victor axel yanis rayan ilyes marius eden isaac ayden nael mael malo lola elena laura marine mathilde oceane pauline julie lucie charlotte anais elise louane sara romy philippe alain patrick christophe stephane david julien sebastien kevin anthony alexis quentin romain florian valentin dylan isabelle nathalie sylvie catherine valerie celine aurelie emilie elodie marion',
  ],
  [
    0.0015,
    'simon samuel robin martin augustin oscar adrien esteban evan kylian lorenzo matheo ibrahim imran amir youssef ismael amine ayoub bilal mehdi ali ahmed omar hamza moussa mamadou ibrahima ousmane fatoumata aminata mariam aya amira assia yasmine nour fatima aicha khadija salma safia maryam noemie margaux margot capucine elsa olivia ellie lou lily lana adele alix apolline gabrielle valentine constance clemence justine amandine melissa morgane marc eric pascal laurent thierry olivier guillaume jeremy mickael benjamin jonathan damien vincent francois bernard andre jacques christian daniel gerard sophie sandrine stephanie caroline virginie christine martine monique francoise brigitte veronique delphine audrey jessica vanessa cindy jennifer',
  ],
];

function buildParts(paliers: readonly Palier[]): ReadonlyMap<string, number> {
  return new Map(paliers.flatMap(([part, noms]) => noms.split(' ').map((nom) => [nom, part] as const)));
}

/** Part supposée d'un nom qui n'est pas du tableau. */
export const PARTS_DES_NOMS = { parts: buildParts(NOMS), rare: 0.00002 } as const;
export const PARTS_DES_PRENOMS = { parts: buildParts(PRENOMS), rare: 0.0001 } as const;
