import { recordTrace } from '#server/journal.ts';
import { readPage } from '#web/page.server.ts';
import { Bloc, LignesDeBloc } from '#web/ui/bloc.tsx';
import { LienBouton } from '#web/ui/bouton.tsx';
import { Etiquette } from '#web/ui/etiquette.tsx';
import { getFicheInformation } from '../data/fiche-queries.server.ts';
import { canConduire } from '../droits.ts';
import type { Route } from './+types/fiche.ts';
import { formatAdresseInformation } from './adresses.ts';
import { DossierInformation } from './dossier.tsx';
import { buildDossier } from './dossier-view.ts';
import { buildFiche, type FicheVue } from './fiche-view.ts';

export function loader(args: Route.LoaderArgs) {
  return readPage(args, async (contexte) => {
    const { tx, agent, aujourdhui } = contexte;
    const { id } = args.params;
    const fiche = await getFicheInformation(contexte, id);
    await recordTrace(tx, { acte: 'informations.consulter', objetId: id });
    return {
      dossier: buildDossier(fiche.enTete, agent, aujourdhui),
      fiche: buildFiche(fiche, aujourdhui),
      peutConduire: canConduire(agent, fiche.enTete),
    };
  });
}

export default function FicheInformation({ loaderData: { dossier, fiche, peutConduire } }: Route.ComponentProps) {
  return (
    <DossierInformation
      dossier={dossier}
      actif="fiche"
      cote={<Autour id={dossier.id} fiche={fiche} peutConduire={peutConduire} />}
    >
      <section className="bloc">
        <h2>Les faits</h2>
        <p className="recit">{fiche.recit}</p>
      </section>
      <section className="bloc">
        <h2>La réception</h2>
        <dl className="definitions">
          {fiche.reception.map(({ titre, valeur }) => (
            <div key={titre}>
              <dt>{titre}</dt>
              <dd>{valeur}</dd>
            </div>
          ))}
        </dl>
      </section>
      <Bloc titre="Histoire">
        <LignesDeBloc
          lignes={fiche.actes.map(({ id, titre, le, detail }) => ({
            cle: id,
            titre,
            detail: [le, detail].filter(Boolean).join(' · '),
          }))}
        />
      </Bloc>
    </DossierInformation>
  );
}

function Autour({ id, fiche, peutConduire }: { id: string; fiche: FicheVue; peutConduire: boolean }) {
  return (
    <>
      <Bloc titre="Les mineurs du foyer">
        <LignesDeBloc
          lignes={fiche.mineurs.map(({ id, nom, detail, dossier, connu }) => ({
            cle: id,
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
      </Bloc>
      <Bloc titre="Les adultes du foyer">
        {fiche.adultes.length > 0 ? (
          <LignesDeBloc
            lignes={fiche.adultes.map(({ id, nom, detail, href }) => ({
              cle: id,
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
            lignes={fiche.liees.map(({ id, numero, etat, detail }) => ({
              cle: id,
              titre: <a href={formatAdresseInformation(id)}>{numero}</a>,
              detail,
              fin: <Etiquette>{etat}</Etiquette>,
            }))}
          />
        ) : (
          <p>Aucune autre information connue pour cet enfant, sa fratrie ou cette adresse.</p>
        )}
      </Bloc>
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
    </>
  );
}
