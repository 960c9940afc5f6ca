import { Zip } from 'easy-template-x';
import { describe, expect, it } from 'vitest';
import { readTexteDuDocument, updatePartie } from '#tests/support/word.ts';
import { listBalises, ModeleFautif } from './word-balises.ts';
import { type BlocWord, buildModeleWord } from './word-modele.ts';
import { buildDocumentWord, type DonneesWord } from './word-remplissage.ts';

const modele = (...blocs: (BlocWord | string)[]) =>
  buildModeleWord({
    titre: 'Essai',
    entete: ['{departement}'],
    blocs: blocs.map((bloc) => (typeof bloc === 'string' ? { texte: bloc } : bloc)),
    pied: 'Confidentiel',
  });
const remplit = async (blocs: (BlocWord | string)[], donnees: DonneesWord) =>
  readTexteDuDocument(await buildDocumentWord(await modele(...blocs), { departement: 'Manche', ...donnees }));
const fautes = async (blocs: (BlocWord | string)[], donnees: DonneesWord = {}) => {
  const erreur = await remplit(blocs, donnees).catch((e: unknown) => e);
  expect(erreur).toBeInstanceOf(ModeleFautif);
  return (erreur as ModeleFautif).fautes;
};

describe('un document Word rempli', () => {
  it('écrit les valeurs dans le corps, l’en-tête et le pied', async () => {
    const texte = await remplit(['Pour {prenom}, {age} ans, suivi : {suivi}.'], { prenom: 'Zoé', age: 7, suivi: true });
    expect(texte).toContain('Pour Zoé, 7 ans, suivi : oui.');
    expect(texte).toContain('Manche');
    expect(texte).toContain('Confidentiel · page');
  });

  it('répète une liste et retrouve autour d’elle ce qui n’est pas dans l’élément', async () => {
    const blocs: BlocWord[] = [{ si: 'enfants', blocs: [{ texte: '{prenom} {nom} ({departement})' }] }];
    const donnees = { nom: 'Martin', enfants: [{ prenom: 'Zoé' }, { prenom: 'Léo', nom: 'Petit' }] };
    const texte = await remplit(blocs, donnees);
    expect(texte).toContain('Zoé Martin (Manche)Léo Petit (Manche)');
  });

  it('répète les lignes d’un tableau, et des listes dans des listes', async () => {
    const tableau: BlocWord = {
      tableau: { titres: ['Prénom', 'Né le'], pour: 'enfants', cellules: ['{prenom}', '{ne_le}'] },
    };
    const enfants = [
      { prenom: 'Zoé', ne_le: '2019', freres: [{ prenom: 'Ali' }, { prenom: 'Sam' }] },
      { prenom: 'Léo', ne_le: '2021', freres: [] },
    ];
    expect(await remplit([tableau], { enfants })).toContain('PrénomNé leZoé2019Léo2021');
    const imbrique: BlocWord = {
      si: 'enfants',
      blocs: [{ texte: '{prenom} :' }, { si: 'freres', blocs: [{ texte: '[{prenom}]' }] }],
    };
    expect(await remplit([imbrique], { enfants })).toContain('Zoé :[Ali][Sam]Léo :');
  });

  it('une condition fausse, vide ou une liste vide n’écrit rien', async () => {
    for (const urgent of [false, null, undefined, '', []])
      expect(await remplit(['{#urgent}URGENT{/urgent}fin'], { urgent })).not.toContain('URGENT');
    for (const urgent of [true, 'oui', 1])
      expect(await remplit(['{#urgent}URGENT{/urgent}fin'], { urgent })).toContain('URGENTfin');
  });

  it('une balise seule sur sa ligne n’y laisse pas de ligne vide, qu’elle répète, montre ou taise', async () => {
    const blocs: BlocWord[] = [
      { texte: 'avant' },
      { si: 'enfants', blocs: [{ puces: ['{prenom}'] }, { si: 'urgent', blocs: [{ texte: 'vite' }] }] },
      { si: 'absent', blocs: [{ texte: 'jamais' }] },
      { texte: 'après' },
    ];
    const document = await buildDocumentWord(await modele(...blocs), {
      departement: 'Manche',
      enfants: [
        { prenom: 'Zoé', urgent: true },
        { prenom: 'Léo', urgent: false },
      ],
      urgent: false,
      absent: null,
    });
    const xml = (await (await Zip.load(document)).getFile('word/document.xml')?.getContentText()) ?? '';
    const lignes = [...xml.matchAll(/<w:p[ >].*?<\/w:p>/gs)].map(([ligne]) => ligne.replace(/<[^>]*>/g, ''));
    expect(lignes).toEqual(['avant', 'Zoé', 'vite', 'Léo', 'après']);
    expect(xml).not.toContain('marelle');
  });

  it('une donnée qui manque se voit : elle n’est jamais un blanc', async () => {
    for (const vide of [null, undefined, '', '  ', '\u0007'])
      expect(await remplit(['Né le {ne_le}.'], { ne_le: vide })).toContain('Né le [à compléter : ne_le].');
    expect(await remplit(['{n} enfant'], { n: 0 })).toContain('0 enfant');
    expect(await remplit(['{oui}'], { oui: false })).toContain('non');
  });

  it('une majuscule de Word, un accent ou une espace dans la balise ne la font pas manquer', async () => {
    const texte = await remplit(['{Date réception} {DATE-RECEPTION} { date_reception }'], { date_reception: 'hier' });
    expect(texte).toContain('hier hier hier');
  });

  it('garde les accents, les signes et les retours à la ligne, et retire ce que XML refuse', async () => {
    const valeur = 'Œuvre & « <b>gras</b> » \u{1F600}\r\nligne 2\u0000\u0007\uD800';
    const rempli = await buildDocumentWord(await modele('{texte}'), { departement: 'Manche', texte: valeur });
    const texte = await readTexteDuDocument(rempli);
    expect(texte).toContain('Œuvre & « <b>gras</b> » \u{1F600}ligne 2');
    expect([...texte].filter((signe) => (signe.codePointAt(0) ?? 32) < 32 && !'\t\n'.includes(signe))).toEqual([]);
    expect(texte).not.toContain('\uFFFD');
  });

  it('ce qu’écrit une donnée n’est jamais une balise ni du XML', async () => {
    const donnees = {
      secret: 'mot de passe',
      nom: '{secret}',
      liste: [{ nom: '{#liste}{secret}{/liste}' }],
      brut: '<w:p/>',
    };
    const texte = await remplit(['{nom} {#liste}{nom}{/liste} {brut}'], donnees);
    expect(texte).toContain('{secret} {#liste}{secret}{/liste} <w:p/>');
    expect(texte).not.toContain('mot de passe');
  });

  it('une balise coupée par la mise en forme de Word se remplit quand même', async () => {
    const coupe = await updatePartie(await modele('XX'), 'word/document.xml', (xml) =>
      xml.replace('XX</w:t>', 'Né {ne</w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>_le}</w:t>'),
    );
    const rempli = await buildDocumentWord(coupe, { departement: 'Manche', ne_le: '2019' });
    expect(await readTexteDuDocument(rempli)).toContain('Né 2019');
  });
});

describe('un modèle que l’on ne peut pas remplir dit pourquoi', () => {
  it('nomme toutes les balises inconnues, d’un coup', async () => {
    expect(await fautes(['{inconnue} {#autre}x{/autre} {nom}'], { nom: 'x' })).toEqual([
      'La balise « {inconnue} » n’existe pas pour ce document.',
      'La balise « {#autre} » n’existe pas pour ce document.',
    ]);
  });

  it.each(['constructor', '__proto__', 'toString', 'hasOwnProperty'])(
    '« {%s} » ne lit rien du langage',
    async (nom) => {
      const [faute = ''] = await fautes([`{${nom}}`]);
      expect(faute).toMatch(/n’existe pas pour ce document|n’est pas une balise/);
    },
  );

  it.each([
    ['{nom', 'Une accolade est seule près de « {nom »'],
    ['nom}', 'Une accolade est seule près de « nom} »'],
    ['{}', 'La balise « {} » est vide'],
    ['{nom.prenom}', '« {nom.prenom} » n’est pas une balise'],
    ['{nom [x: 1]}', '« {nom [x: 1]} » n’est pas une balise'],
    ['{#nom}x', '« {#nom} » n’est jamais fermée'],
    ['x{/nom}', '« {/nom} » ferme une balise qui n’est pas ouverte'],
    ['{#nom}{#autre}x{/nom}{/autre}', '« {#autre} » est ouverte, mais c’est « {/nom} » qui ferme'],
  ])('« %s » : « %s »', async (texte, phrase) => {
    const [faute] = await fautes([texte], { nom: 'x', autre: 'y' });
    expect(faute).toContain(phrase);
  });

  it('une liste écrite comme une valeur', async () => {
    expect(await fautes(['{enfants}'], { enfants: [{ nom: 'x' }] })).toEqual([
      '« {enfants} » est une liste : écrivez « {#enfants} » avant et « {/enfants} » après.',
    ]);
  });

  it('une boucle ouverte dans un tableau et fermée dehors', async () => {
    const tableau: BlocWord = { tableau: { titres: ['a'], pour: 'liste', cellules: ['{nom}'] } };
    const decale = await updatePartie(await modele(tableau, 'FIN'), 'word/document.xml', (xml) =>
      xml.replace('{/liste}', '').replace('FIN', '{/liste}'),
    );
    const rempli = buildDocumentWord(decale, { departement: 'Manche', liste: [{ nom: 'x' }] });
    await expect(rempli).rejects.toBeInstanceOf(ModeleFautif);
  });

  it('une balise dans une note de bas de page, que rien ne remplirait', async () => {
    const note = await updatePartie(await modele('x'), 'word/footnotes.xml', (xml) =>
      xml.replace(
        '</w:footnotes>',
        '<w:footnote w:id="9"><w:p><w:r><w:t>{nom}</w:t></w:r></w:p></w:footnote></w:footnotes>',
      ),
    );
    expect(() => listBalises(note)).toThrow('Une note ou un commentaire contient une accolade');
  });

  it('une accolade écrite par son code, que Word lirait', async () => {
    const code = await updatePartie(await modele('XX'), 'word/document.xml', (xml) =>
      xml.replace('XX', '&#123;inconnue&#x7D;'),
    );
    expect(
      listBalises(code)
        .flat()
        .map(({ nom }) => nom),
    ).toContain('inconnue');
    await expect(buildDocumentWord(code, { departement: 'x' })).rejects.toThrow('« {inconnue} » n’existe pas');
  });

  it.each(['', 'coucou', 'PK\u0003\u0004'])('un fichier qui n’est pas un document Word (%j)', async (octets) => {
    await expect(buildDocumentWord(Buffer.from(octets), {})).rejects.toThrow('abîmé');
  });
});
