import { Form } from 'react-router';
import { Bouton, Boutons } from '#web/ui/bouton.tsx';
import { Details } from '#web/ui/details.tsx';
import type { Jour } from './jour.server.ts';
import type { JourVu } from './jour-view.ts';
import type { RemedeVu } from './remede-view.ts';

type RemedesProps = Jour & { proposition: NonNullable<Jour['proposition']>; faits: JourVu['faits'] };

/** Ce qui rendrait la crèche au taux. L'outil propose, une personne décide. */
export function RemedesDuJour({ proposition, faits: { sousTaux, maintenant }, ...actes }: RemedesProps) {
  const { moindre, possibles, ecartes } = proposition;
  return (
    <section className="remedes" aria-labelledby="remedes">
      <h2 id="remedes">Le moindre remède</h2>
      {maintenant && maintenant.manque > 0 ? (
        <p>
          <strong>
            Il manque {maintenant.manque} professionnel{maintenant.manque > 1 ? 's' : ''} maintenant, avec les enfants
            présents.
          </strong>{' '}
          Le remède se cherche sur ce qui est prévu.
        </p>
      ) : null}
      {sousTaux === 0 ? <p>Rien à corriger dans ce qui est prévu : le taux est tenu toute la journée.</p> : null}
      {moindre ? (
        <>
          <Remede remede={moindre} />
          <Actes {...actes} moindre={moindre} />
        </>
      ) : null}
      {sousTaux > 0 && !moindre ? (
        <p>
          Rien dans le territoire ne rend la crèche au taux. Au-delà : un volant d’un autre territoire, des heures
          supplémentaires ou l’intérim, avec l’accord du responsable de service.
        </p>
      ) : null}
      {ecartes.length > 0 ? (
        <Details titre="Pourquoi pas un moindre remède ?" ouvert={!moindre}>
          <dl className="definitions">
            {ecartes.map(({ titre, motif }) => (
              <div key={titre}>
                <dt>{titre}</dt>
                <dd>{motif}</dd>
              </div>
            ))}
          </dl>
        </Details>
      ) : null}
      {possibles.length > 1 ? (
        <Details titre={`Les ${possibles.length} remèdes possibles, chacun seul`}>
          {possibles.map((remede) => (
            <Remede key={remede.phrases.join()} remede={remede} />
          ))}
        </Details>
      ) : null}
    </section>
  );
}

function Remede({ remede: { phrases, corrige, reste, textes } }: { remede: RemedeVu }) {
  return (
    <div className="remede">
      {phrases.map((phrase) => (
        <p key={phrase}>
          <strong>{phrase}</strong>
        </p>
      ))}
      <p>
        {corrige === '' ? 'Ne rend aucun quart d’heure entier au taux' : `Rend au taux : ${corrige}`}
        {reste === '' ? '. Il ne reste rien sous le taux.' : `. Resterait sous le taux : ${reste}.`}
      </p>
      <p className="sous">{textes.join(' · ')}</p>
    </div>
  );
}

type ActesProps = Omit<RemedesProps, 'proposition' | 'faits'> & { moindre: RemedeVu };

function Actes({ jour, empreinte, peutInscrire, peutProposer, responsables, moindre }: ActesProps) {
  if (!peutInscrire && !peutProposer) return null;
  return (
    <Form method="post">
      <input type="hidden" name="jour" value={jour} />
      <input type="hidden" name="empreinte" value={empreinte} />
      <Boutons>
        {peutProposer ? (
          <Bouton name="acte" value="proposer" variante="principal">
            Proposer à la responsable
          </Bouton>
        ) : null}
        {peutInscrire && moindre.inscriptible ? (
          <Bouton name="acte" value="inscrire" variante={peutProposer ? 'secondaire' : 'principal'}>
            Inscrire au planning
          </Bouton>
        ) : null}
      </Boutons>
      {peutProposer ? (
        <p className="sous">
          {responsables.length === 0
            ? 'Personne ne répond de cette crèche aujourd’hui : la proposition ne trouverait personne.'
            : `Répond de la crèche aujourd’hui : ${responsables.join(', ')}.`}
        </p>
      ) : null}
    </Form>
  );
}
