import { Bloc, LignesDeBloc } from '#web/ui/bloc.tsx';
import { LienBouton } from '#web/ui/bouton.tsx';
import { Etiquette } from '#web/ui/etiquette.tsx';
import { formatAdresseInformation } from './adresses.ts';
import type { FicheVue } from './fiche-view.ts';

type AutourProps = { id: string; fiche: FicheVue; peutConduire: boolean };

/** Le foyer, ce qui s'y rattache, les documents reçus. */
export function AutourDeLInformation({ id, fiche, peutConduire }: AutourProps) {
  return (
    <>
      <Bloc titre="Les mineurs du foyer">
        <LignesDeBloc
          lignes={fiche.mineurs.map(({ id: cle, nom, detail, dossier, connu }) => ({
            cle,
            titre: nom,
            detail: (
              <>
                {detail}
                {connu ? ' · ' : null}
                {dossier ? (
                  <a href={dossier.href}>{dossier.titre}</a>
                ) : connu ? (
                  'dossier connu, hors de vos missions'
                ) : null}
              </>
            ),
          }))}
        />
        {peutConduire ? (
          <LienBouton petit href={formatAdresseInformation(id, 'reconnaitre')}>
            Reconnaître des personnes connues
          </LienBouton>
        ) : null}
      </Bloc>
      <Bloc titre="Les adultes du foyer">
        {fiche.adultes.length > 0 ? (
          <LignesDeBloc
            lignes={fiche.adultes.map(({ id: cle, nom, detail, href }) => ({
              cle,
              titre: href ? <a href={href}>{nom}</a> : nom,
              detail,
            }))}
          />
        ) : (
          <p>Aucun adulte n’est encore décrit.</p>
        )}
      </Bloc>
      <Bloc titre="Informations liées">
        {fiche.liees.length > 0 ? (
          <LignesDeBloc
            lignes={fiche.liees.map(({ id: cle, numero, etat, detail }) => ({
              cle,
              titre: <a href={formatAdresseInformation(cle)}>{numero}</a>,
              detail,
              fin: <Etiquette>{etat}</Etiquette>,
            }))}
          />
        ) : (
          <p>Aucune autre information connue pour cet enfant, sa fratrie ou cette adresse.</p>
        )}
        {peutConduire ? (
          <LienBouton petit href={formatAdresseInformation(id, 'lien')}>
            Relier à une autre
          </LienBouton>
        ) : null}
      </Bloc>
      <Documents id={id} fiche={fiche} peutConduire={peutConduire} />
    </>
  );
}

function Documents({ id, fiche, peutConduire }: AutourProps) {
  return (
    <Bloc titre="Documents">
      {fiche.pieces.length > 0 ? (
        <LignesDeBloc
          lignes={fiche.pieces.map(({ id: piece, nom, detail }) => ({
            cle: piece,
            titre: (
              <a href={formatAdresseInformation(id, `pieces/${piece}`)} download>
                {nom}
              </a>
            ),
            detail,
          }))}
        />
      ) : (
        <p>Aucun document n’est joint.</p>
      )}
      {peutConduire ? (
        <LienBouton petit href={formatAdresseInformation(id, 'piece')}>
          Joindre un document
        </LienBouton>
      ) : null}
    </Bloc>
  );
}
