import { Form } from 'react-router';
import { formatTexte } from '#shared/texte-legal.ts';
import type { SaisieRendue } from '#web/page.server.ts';
import { Bouton, Boutons } from '#web/ui/bouton.tsx';
import { ChampTexte } from '#web/ui/champ-texte.tsx';
import { buildChamp } from '#web/ui/choix.ts';
import { Details } from '#web/ui/details.tsx';
import { CSP_R2324_27 } from '../rules/textes.ts';
import type { Jour } from './jour.server.ts';
import type { JourVu } from './jour-view.ts';
import type { RemedeVu } from './remede-view.ts';

type RemedesProps = Jour & {
  proposition: NonNullable<Jour['proposition']>;
  faits: JourVu['faits'];
  rendue: SaisieRendue | undefined;
};

/** Ce qui rendrait la crèche au taux. L'outil propose, une personne décide. */
export function RemedesDuJour({ proposition, faits, ...actes }: RemedesProps) {
  const { sousTaux, maintenant } = faits;
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
      <TauxTenu faits={faits} />
      {actes.faite ? <DejaProposee {...actes} faite={actes.faite} /> : null}
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

/** CAP-05 : aucun professionnel de plus ne rend permis un surnombre ; ce n'est pas au remède de le taire. */
function TauxTenu({ faits: { sousTaux, surnombreInterdit, surnombreAConfirmer } }: Pick<RemedesProps, 'faits'>) {
  const depasse = surnombreInterdit || surnombreAConfirmer;
  if (!depasse)
    return sousTaux === 0 ? <p>Rien à corriger dans ce qui est prévu : le taux est tenu toute la journée.</p> : null;
  return (
    <p>
      {sousTaux === 0
        ? 'Le taux est tenu toute la journée, mais il y a trop d’enfants attendus : '
        : 'Trop d’enfants sont aussi attendus : '}
      <strong>
        au-delà de 115 % de la capacité{surnombreInterdit ? '' : ' selon l’arrondi, à confirmer avec la PMI'}, {depasse}
      </strong>
      . Aucun professionnel de plus n’y change rien : il faut moins d’enfants à ces heures.{' '}
      <span className="sous">{formatTexte(CSP_R2324_27)}</span>
    </p>
  );
}

type DejaProposeeProps = Pick<RemedesProps, 'jour' | 'aVenir' | 'peutInscrire' | 'rendue'> & {
  faite: NonNullable<Jour['faite']>;
};

/** Ce qui a déjà été proposé pour ce jour : la collègue ne le refait pas, et sait ce qu'il en est. */
function DejaProposee({ faite, jour, aVenir, peutInscrire, rendue }: DejaProposeeProps) {
  const champ = buildChamp(rendue);
  const erreur = champ('raison').erreur;
  return (
    <div className="remede">
      <p>
        Proposé à {faite.a} par {faite.par}, {faite.le} : {faite.texte}
      </p>
      <p>
        <strong>{faite.suite}</strong>
      </p>
      {peutInscrire && aVenir && faite.aRepondre ? (
        <Details titre="Écarter cette proposition" ouvert={erreur !== undefined}>
          <Form method="post" className="saisie" noValidate>
            <input type="hidden" name="jour" value={jour} />
            <input type="hidden" name="propositionId" value={faite.id} />
            <ChampTexte {...champ('raison')} libelle="Pourquoi elle n’est pas retenue" requis maxLength={200} />
            <Bouton name="acte" value="ecarter">
              Écarter la proposition
            </Bouton>
          </Form>
        </Details>
      ) : null}
    </div>
  );
}

type ActesProps = Omit<RemedesProps, 'proposition' | 'faits'> & { moindre: RemedeVu };

function Actes({ jour, aVenir, empreinte, peutInscrire, faite, responsables, moindre, ...actes }: ActesProps) {
  const peutProposer = actes.peutProposer && !faite?.enCours;
  if (!aVenir || !(peutInscrire || peutProposer)) return null;
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
            ? 'La proposition ne trouverait personne : le poste de responsable est vacant, ou sa titulaire absente à ce moment.'
            : `La proposition s’adresse à ${responsables.join(', ')}, qui répond de la crèche au moment où elle part.`}
        </p>
      ) : null}
    </Form>
  );
}
