import type { JourCivil } from '#shared/jour-civil.ts';
import { formatDistance } from '#shared/jour-civil-format.ts';
import { Etiquette } from '#web/ui/etiquette.tsx';
import type { Ton } from '#web/ui/ton.ts';
import type { Delegation, EtatDelegation } from '../../delegation.ts';
import { evaluateEtat } from '../../rules/delegation.ts';

type EtatSimple = Exclude<EtatDelegation, 'toutes'>;
const TONS: Record<EtatSimple, Ton> = {
  'en-vigueur': 'fait',
  'bientot-finie': 'bientot',
  'a-venir': 'attente',
  finie: 'neutre',
};
const MOTS: Record<EtatSimple, string> = {
  'en-vigueur': 'en vigueur',
  'bientot-finie': 'bientôt finie',
  'a-venir': 'à venir',
  finie: 'finie',
};

/** Où en est une délégation ; si elle finit bientôt, dans combien de temps. */
export function EtatDeDelegation({ delegation, jour }: { delegation: Pick<Delegation, 'du' | 'au'>; jour: JourCivil }) {
  const etat = evaluateEtat(delegation, jour);
  return (
    <>
      <Etiquette ton={TONS[etat]}>{MOTS[etat]}</Etiquette>
      {etat === 'bientot-finie' && delegation.au ? <small>{formatDistance(delegation.au, jour)}</small> : null}
    </>
  );
}
