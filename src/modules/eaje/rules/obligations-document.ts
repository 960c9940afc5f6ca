/**
 * Les documents que la crèche tient à jour et transmet (CAP-26).
 *
 * Ce que dit le texte : l'établissement a un projet d'établissement et un règlement de fonctionnement, avec leurs protocoles annexés
 * (CSP, art. R2324-29 et R2324-30) ; le règlement et ses protocoles sont transmis au président du conseil départemental. Aucun texte ne
 * fixe de durée : la date de révision est celle que la crèche s'est donnée. Aucun délai connu pour transmettre.
 * Comment il est lu ici : un document dont la date de révision est dite doit être revu ce jour-là au plus tard ; la version suivante
 * satisfait ce que devait la précédente, et sa propre date court. Sans date de révision, rien n'est dû. Chaque version se transmet, dans le
 * délai que le département se donne. Ce que le président doit avoir est le document en vigueur : quand une version est remplacée sans avoir
 * été transmise, la transmission due n'est ni oubliée, ni doublée. La même reste due, au même terme, et c'est la dernière version qui se
 * transmet.
 * Non traité : le document qui manque ; la liste exacte des protocoles, à confirmer ; une version inscrite avant que la transmission se
 * dise, dont rien n'est dû tant qu'on ne la corrige pas.
 */
import { readParametre } from '#modules/organisation/index.ts';
import { addJours, jourCivil } from '#shared/jour-civil.ts';
import { formatJour } from '#shared/jour-civil-format.ts';
import { type Dossier, type Fait, listFaits, type Obligation, type Regle } from '#shared/obligation.ts';
import type { TexteLegal } from '#shared/texte-legal.ts';
import { NATURES_DOCUMENT, NatureDocument } from '../document.ts';
import { DOCUMENT_CRECHE } from '../faits.ts';

const CSP_R2324_30: TexteLegal = {
  code: 'CSP',
  article: 'R2324-29 et R2324-30',
  source: 'Référentiel petite enfance, sources S15 et S16 ; la date de révision est celle de la crèche',
  confiance: 'a-confirmer',
};
const DELAI_LOCAL: TexteLegal = {
  code: 'Transmission d’un document',
  source: 'pratique du département, aucun délai connu',
  confiance: 'local',
};

type Version = Fait<typeof DOCUMENT_CRECHE>;

/** Par nature, de la plus ancienne version à la dernière ; deux le même jour : la dernière inscrite vaut. */
function listVersions(dossier: Dossier): [string, Version[]][] {
  const parNature = Map.groupBy(listFaits(dossier, DOCUMENT_CRECHE), ({ nature }) => nature);
  return [...parNature].map(([nature, toutes]) => [nature, [...new Map(toutes.map((v) => [v.date, v])).values()]]);
}

/** Une obligation par version datée : la suivante satisfait la précédente. */
function listRevisions(nature: string, versions: readonly Version[]): Obligation[] {
  return versions.flatMap(({ date, aRevoirLe }, rang) =>
    aRevoirLe === undefined
      ? []
      : [
          {
            cle: `${nature} ${date}`,
            depuis: date,
            pour: aRevoirLe,
            faiteLe: versions[rang + 1]?.date ?? null,
            libelle: `Revoir un document : ${formatNature(nature)}`,
            etapes: () => [
              `Établi le ${formatJour(date, 'long')}, à revoir au plus tard le ${formatJour(aRevoirLe, 'long')}.`,
            ],
          },
        ],
  );
}

/** Les versions que règle une même transmission : jamais transmises, jusqu'à celle qui l'est ou qui vaut. */
function groupTransmissions(versions: readonly Version[]): Version[][] {
  const groupes: Version[][] = [];
  for (const version of versions.filter(({ aTransmettre }) => aTransmettre)) {
    const dernier = groupes.at(-1);
    if (dernier && dernier.at(-1)?.transmisLe === undefined) dernier.push(version);
    else groupes.push([version]);
  }
  return groupes;
}

function listTransmissions(nature: string, versions: readonly Version[], jours: number): Obligation[] {
  return groupTransmissions(versions).flatMap((groupe): Obligation[] => {
    const [premiere, derniere] = [groupe[0], groupe.at(-1)];
    if (!premiere || !derniere) return [];
    const pour = addJours(premiere.date, jours);
    return [
      {
        cle: `${nature} ${premiere.date}:transmettre`,
        depuis: premiere.date,
        pour,
        faiteLe: derniere.transmisLe ?? null,
        libelle: `Transmettre au président du conseil départemental : ${formatNature(nature)}`,
        textes: [CSP_R2324_30, DELAI_LOCAL],
        etapes: () => [
          `Établi le ${formatJour(premiere.date, 'long')}, à transmettre sous ${jours} jours : le ${formatJour(pour, 'long')} au plus tard.`,
          ...(derniere === premiere
            ? []
            : [
                `Jamais transmis, il est remplacé par la version du ${formatJour(derniere.date, 'long')} : c’est elle qui se transmet.`,
              ]),
        ],
      },
    ];
  });
}

function listDues(dossier: Dossier): Obligation[] {
  const jours = readParametre(dossier, 'creches.transmission-jours');
  return listVersions(dossier).flatMap(([nature, versions]) => [
    ...listRevisions(nature, versions),
    ...listTransmissions(nature, versions, jours),
  ]);
}

/** Un document connu par son titre, protocole « hygiène » ; un autre, tel qu'il est nommé. */
function formatNature(nature: string): string {
  const connue = NatureDocument.safeParse(nature);
  const titre = connue.success ? NATURES_DOCUMENT[connue.data] : nature;
  return (titre.charAt(0).toLocaleLowerCase('fr') + titre.slice(1)).replace(/ : (.+)$/, ' « $1 »');
}

export const REGLES_DOCUMENT: readonly Regle[] = [
  {
    id: 'CAP-26',
    libelle: 'Revoir ou transmettre un document de la crèche',
    acteur: 'creche',
    gravite: 'normale',
    textes: [CSP_R2324_30],
    vigueur: { du: jourCivil('1900-01-01'), au: null },
    satisfaite:
      'La nouvelle version du document, ou le jour de sa transmission, est inscrite sur la fiche de la crèche.',
    arretee: 'La crèche ferme.',
    list: listDues,
  },
];
