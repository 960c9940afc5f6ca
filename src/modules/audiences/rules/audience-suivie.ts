/**
 * Les audiences d'un enfant, de la plus ancienne à la plus récente, chacune avec sa convocation.
 *
 * Comment c'est lu ici : une convocation qui nomme le jour de l'audience lui revient ; sans jour, elle va à la prochaine audience
 * devant la même autorité. Une audience passée est close, qu'elle se soit tenue ou non.
 * Non traité : une audience renvoyée à une date inconnue.
 */
import type { JourCivil } from '#shared/jour-civil.ts';
import { type Dossier, derive, type Fait, listFaits } from '#shared/obligation.ts';
import type { NatureAudience } from '../audience.ts';
import { AUDIENCE, CONVOCATION } from '../faits.ts';

export type AudienceSuivie = Readonly<{
  /** Stable tant qu'aucune audience plus ancienne ne s'ajoute. */
  cle: string;
  fait: Fait<typeof AUDIENCE>;
  nature: NatureAudience;
  /** Le jour où la convocation est reçue. */
  convoqueeLe: JourCivil | null;
  precedente: JourCivil | null;
  suivante: JourCivil | null;
  /** Le jour passé, ou le renvoi : ce qui se préparait n'a plus d'objet. */
  closeLe: JourCivil | null;
}>;

export const listAudiences = derive((dossier: Dossier): readonly AudienceSuivie[] => {
  const audiences = listFaits(dossier, AUDIENCE);
  const convocations = listFaits(dossier, CONVOCATION);
  return audiences.map((fait, rang) => {
    const nature = fait.nature ?? 'juge';
    const memes = audiences.filter((autre) => (autre.nature ?? 'juge') === nature);
    const place = memes.indexOf(fait);
    const precedente = memes[place - 1]?.date ?? null;
    const passee = fait.date < dossier.aujourdhui || fait.tenue === false;
    return {
      cle: `${fait.date}:${rang}`,
      fait,
      nature,
      convoqueeLe:
        convocations.find((convocation) => isSienne(convocation, fait.date, nature, precedente))?.date ?? null,
      precedente,
      suivante: memes[place + 1]?.date ?? null,
      closeLe: passee ? fait.date : null,
    };
  });
});

function isSienne(
  { date, audience, nature = 'juge' }: Fait<typeof CONVOCATION>,
  jour: JourCivil,
  devant: NatureAudience,
  precedente: JourCivil | null,
): boolean {
  if (audience !== undefined) return audience === jour;
  return nature === devant && date <= jour && (precedente === null || date >= precedente);
}
