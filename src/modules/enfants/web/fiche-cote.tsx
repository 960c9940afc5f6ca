import { Fragment } from 'react';
import type { Consultation } from '#modules/acces/index.server.ts';
import { Bloc, LignesDeBloc } from '#web/ui/bloc.tsx';
import { Boutons, LienBouton } from '#web/ui/bouton.tsx';
import { Etiquette } from '#web/ui/etiquette.tsx';
import { LIBELLE_PARTENAIRE_QUALITE } from '../partenaire.ts';
import type { Entourage } from './fiche-view.ts';

type AutourProps = { id: string; peutModifier: boolean; entourage: Entourage; regards: readonly Consultation[] };

/** Ceux qui entourent l'enfant, et ceux qui ont ouvert son dossier. */
export function AutourDeLEnfant({ id, peutModifier, entourage, regards }: AutourProps) {
  return (
    <>
      <Bloc titre="Autour de l’enfant">
        {entourage.proches.length > 0 ? (
          <LignesDeBloc
            lignes={entourage.proches.map(({ id: cle, personneId, nom, detail }) => ({
              cle,
              titre: <a href={`/personnes/${personneId}`}>{nom}</a>,
              detail,
              fin: peutModifier ? <Fin href={`/enfants/${id}/liens/${cle}/fin`} quoi={nom} /> : null,
            }))}
          />
        ) : (
          <p>Personne n’est encore enregistré autour de l’enfant.</p>
        )}
        {peutModifier ? (
          <Boutons>
            <LienBouton petit href={`/enfants/${id}/proche`}>
              Ajouter un proche
            </LienBouton>
            <LienBouton petit href={`/enfants/${id}/lien`}>
              Lier une personne connue
            </LienBouton>
          </Boutons>
        ) : null}
      </Bloc>
      <FoyersDeLEnfant id={id} peutModifier={peutModifier} foyers={entourage.foyers} />
      <Bloc titre="Partenaires">
        {entourage.partenaires.length > 0 ? (
          <LignesDeBloc
            lignes={entourage.partenaires.map(({ id: cle, nom, qualite, detail }) => ({
              cle,
              titre: nom,
              detail: [LIBELLE_PARTENAIRE_QUALITE[qualite], detail].filter(Boolean).join(' · '),
              fin: peutModifier ? <Fin href={`/enfants/${id}/partenaires/${cle}/fin`} quoi={nom} /> : null,
            }))}
          />
        ) : (
          <p>École, médecin, juge, avocat : ils apparaîtront ici.</p>
        )}
        {peutModifier ? (
          <LienBouton petit href={`/enfants/${id}/partenaire`}>
            Ajouter un partenaire
          </LienBouton>
        ) : null}
      </Bloc>
      <Bloc titre="Qui a consulté">
        {regards.length > 0 ? (
          <LignesDeBloc
            lignes={regards.map((regard) => ({
              cle: regard.id,
              titre: regard.agent,
              detail: regard.le,
              fin: regard.bris ? <Etiquette ton="bientot">bris de glace</Etiquette> : null,
            }))}
          />
        ) : (
          <p>Vous êtes la première personne à ouvrir ce dossier ici.</p>
        )}
        <p>
          <a href={`/enfants/${id}/consultations`}>Toutes les consultations</a>
        </p>
      </Bloc>
    </>
  );
}

type FoyersProps = { id: string; peutModifier: boolean; foyers: Entourage['foyers'] };

/** Où il vit aujourd'hui, avec qui ; qui y arrive, qui en part, quand le foyer déménage. */
function FoyersDeLEnfant({ id, peutModifier, foyers }: FoyersProps) {
  return (
    <Bloc titre="Foyers">
      {foyers.length === 0 ? <p>Aucun foyer enregistré aujourd’hui.</p> : null}
      {foyers.map((foyer) => (
        <Fragment key={foyer.id}>
          <LignesDeBloc
            lignes={[
              { cle: foyer.id, titre: <strong>{foyer.libelle}</strong>, detail: foyer.detail },
              ...foyer.habitants.map(({ id: cle, nom }) => ({
                cle,
                titre: nom,
                fin: peutModifier ? (
                  <Fin href={`/enfants/${id}/membres/${cle}/fin`} quoi={nom} mot="Quitte ce foyer…" />
                ) : null,
              })),
            ]}
          />
          {peutModifier ? (
            <Boutons>
              <LienBouton petit href={`/enfants/${id}/foyers/${foyer.id}/adresse`}>
                Déménagement
              </LienBouton>
              <LienBouton petit href={`/enfants/${id}/foyers/${foyer.id}/membre`}>
                Quelqu’un le rejoint
              </LienBouton>
            </Boutons>
          ) : null}
        </Fragment>
      ))}
      {peutModifier ? (
        <LienBouton petit href={`/enfants/${id}/foyer`}>
          Ajouter un foyer
        </LienBouton>
      ) : null}
    </Bloc>
  );
}

/** Le lien qui met fin : il dit à qui, pour qui ne voit pas la ligne. */
function Fin({ href, quoi, mot = 'Mettre fin…' }: { href: string; quoi: string; mot?: string }) {
  return (
    <a href={href}>
      {mot}
      <span className="lecteur"> {quoi}</span>
    </a>
  );
}
