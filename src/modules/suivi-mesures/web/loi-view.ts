import {
  CONSENTEMENTS,
  type CodeMesure,
  DECIDEURS,
  DOCUMENTS,
  EFFETS,
  evaluateCode,
  getMesure,
  type MesureDefinie,
} from '#modules/mesures/index.ts';
import type { Delai } from '#shared/delai.ts';
import type { JourCivil } from '#shared/jour-civil.ts';
import { formatTexte } from '#shared/texte-legal.ts';
import { buildObjections } from '#web/ui/objection.ts';

/** Ce que la loi dit d'une mesure ce jour-là, en lignes à lire, et l'article du règlement départemental s'il est connu. */
export function buildLoi(code: CodeMesure, jour: JourCivil, reglement = '') {
  const definie = getMesure(code, jour);
  const { libelle, base, decideur, consentement, effet, documents, groupe } = definie;
  return {
    code,
    libelle,
    fondement: base.map(formatTexte).join(' ; '),
    article: findArticle(reglement, code),
    decideur: DECIDEURS[decideur],
    duree: formatDureeBornee(definie),
    dureeCourte: formatDureeCourte(definie),
    enJours: definie.duree.plusLongue?.unite === 'jour' || definie.duree.plusLongue?.unite === 'heure',
    renouvellement: formatRenouvellement(definie),
    fin: formatFin(definie),
    confie: formatConfie(definie),
    consentement: CONSENTEMENTS[consentement],
    effet: EFFETS[effet],
    documents: documents.map((document) => DOCUMENTS[document]),
    exclusive: groupe !== null,
    objections: buildObjections(evaluateCode(code, jour)),
  };
}
export type LoiVue = ReturnType<typeof buildLoi>;

/** « AED : article 12 ; AP : article 14 » : celui de cette mesure. */
function findArticle(reglement: string, code: CodeMesure): string | null {
  for (const ligne of reglement.split(/[;\n]/)) {
    const [sien, article] = ligne.split(/\s*:\s*/, 2);
    if (sien?.trim() === code && article) return article.trim();
  }
  return null;
}

const MOTS: Record<Delai['unite'], readonly [string, string]> = {
  an: ['an', 'ans'],
  mois: ['mois', 'mois'],
  jour: ['jour', 'jours'],
  heure: ['heure', 'heures'],
};

export function formatDuree({ valeur, unite }: Delai): string {
  return `${valeur} ${MOTS[unite][valeur > 1 ? 1 : 0]}`;
}

function formatDureeCourte({ duree: { plusLongue, precision } }: MesureDefinie): string {
  return plusLongue === null ? (precision ?? 'durée non bornée') : `${formatDuree(plusLongue)} au plus`;
}

function formatDureeBornee({ duree: { plusLongue, precision, textes } }: MesureDefinie): string {
  const borne = plusLongue === null ? null : `${formatDuree(plusLongue)} au plus`;
  const texte = textes.length > 0 ? `(${textes.map(formatTexte).join(' ; ')})` : null;
  return [borne, texte, precision && `${borne ? '· ' : ''}${precision}`].filter(Boolean).join(' ') || 'non bornée';
}

function formatRenouvellement({ renouvellement }: MesureDefinie): string {
  const { possible, motive, plusLongue, fois, precision } = renouvellement;
  if (!possible) return precision ?? 'ne se renouvelle pas';
  return [
    fois === null ? 'renouvelable' : `renouvelable ${fois} fois`,
    plusLongue && `pour ${formatDuree(plusLongue)}`,
    motive && 'par décision motivée',
    precision && `(${precision})`,
  ]
    .filter(Boolean)
    .join(' ');
}

function formatFin({ agesDeFin, finPrecision }: MesureDefinie): string {
  return finPrecision ?? (agesDeFin.length > 0 ? `à ${agesDeFin.join(' ou ')} ans` : 'celle de la décision');
}

function formatConfie({ confie, confiePrecision }: MesureDefinie): string {
  return confiePrecision ?? (confie ? 'Oui' : 'Non');
}
