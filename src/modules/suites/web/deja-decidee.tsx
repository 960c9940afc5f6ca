import type { SaisieRendue } from '#web/page.server.ts';
import { Bloc } from '#web/ui/bloc.tsx';
import { Avis } from '#web/ui/message.tsx';
import { DecisionPrise } from './sections.tsx';
import type { SuitesVue } from './suites-view.ts';

const LIBELLES = {
  motif: 'Ce qui fonde la décision',
  motifEcart: 'Pourquoi elle s’écarte de la proposition',
  argumentaire: 'Le danger et ses raisons',
  actionsMenees: 'Les actions déjà menées',
} as const;

/** Quelqu'un a décidé avant : sa décision, et ce que l'on avait écrit, que rien n'a enregistré. */
export function DejaDecidee({
  decision,
  rendue,
  retour,
}: {
  decision: NonNullable<SuitesVue['decision']>;
  rendue: SaisieRendue | undefined;
  retour: string;
}) {
  const ecrits = Object.entries(LIBELLES).flatMap(([nom, titre]) => {
    const valeur = rendue?.valeurs[nom];
    return typeof valeur === 'string' && valeur.trim() ? [{ titre, valeur }] : [];
  });
  return (
    <>
      <Avis
        ton="bientot"
        titre={rendue?.conflit?.motif ?? 'Les suites de cette information sont déjà décidées'}
        annonce
      >
        <p>
          Il n’y a qu’une décision par information : la vôtre n’est pas enregistrée.{' '}
          <a href={retour}>Voir les suites de l’information</a>
        </p>
      </Avis>
      <DecisionPrise decision={decision} />
      {ecrits.length > 0 ? (
        <Bloc titre="Ce que vous aviez écrit">
          <dl className="definitions">
            {ecrits.map(({ titre, valeur }) => (
              <div key={titre}>
                <dt>{titre}</dt>
                <dd className="recit">{valeur}</dd>
              </div>
            ))}
          </dl>
        </Bloc>
      ) : null}
    </>
  );
}
