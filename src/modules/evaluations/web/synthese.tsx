import { listEquipe } from '#modules/equipes-evaluation/index.server.ts';
import { canAttribuer } from '#modules/equipes-evaluation/index.ts';
import { getEnTeteInformation } from '#modules/informations-preoccupantes/index.server.ts';
import { buildDossier, DossierInformation } from '#modules/informations-preoccupantes/web/composants.tsx';
import { recordTrace } from '#server/journal.ts';
import { formatJour } from '#shared/jour-civil-format.ts';
import { readPage } from '#web/page.server.ts';
import { Bloc, LignesDeBloc } from '#web/ui/bloc.tsx';
import { Boutons, LienBouton } from '#web/ui/bouton.tsx';
import { Details } from '#web/ui/details.tsx';
import { Etiquette } from '#web/ui/etiquette.tsx';
import { Avis, EtatVide } from '#web/ui/message.tsx';
import { Tableau } from '#web/ui/tableau.tsx';
import { getFaits } from '../data/evaluation-queries.server.ts';
import { canEvaluer, canSoumettre } from '../droits.ts';
import type { Route } from './+types/synthese.ts';
import { formatAdresseEvaluation } from './evaluation-view.ts';
import { buildSynthese, type Synthese } from './synthese-view.ts';

export function loader(args: Route.LoaderArgs) {
  return readPage(args, async (contexte) => {
    const { tx, agent, aujourdhui } = contexte;
    const { id } = args.params;
    const enTete = await getEnTeteInformation(contexte, id);
    const faits = await getFaits(contexte, id);
    await recordTrace(tx, { acte: 'evaluations.consulter', objetId: id });
    return {
      id,
      etat: enTete.etat,
      dossier: buildDossier(enTete, agent, aujourdhui),
      synthese: buildSynthese(id, faits),
      ecrit: enTete.etat === 'en-evaluation' && canEvaluer(agent, enTete),
      soumet: canSoumettre(agent, enTete),
      attribue: ['qualifiee', 'attribuee', 'en-evaluation'].includes(enTete.etat) && canAttribuer(agent, enTete),
      equipe: (await listEquipe(contexte, id)).map(({ id: agentId, nom, du, au, motifFin }) => ({
        cle: `${agentId}-${du}`,
        titre: nom,
        detail: [
          au === null
            ? `depuis le ${formatJour(du, 'court')}`
            : `du ${formatJour(du, 'court')} au ${formatJour(au, 'court')}`,
          motifFin,
        ]
          .filter(Boolean)
          .join(' · '),
      })),
    };
  });
}

const AVANT: readonly string[] = ['recue', 'en-premiere-analyse', 'hors-ip', 'qualifiee'];

export default function PageEvaluation({ loaderData }: Route.ComponentProps) {
  const { id, etat, dossier, synthese, ecrit, attribue, soumet, equipe } = loaderData;
  return (
    <DossierInformation
      dossier={dossier}
      actif="evaluation"
      alertes={<Alertes etat={etat} complement={synthese.complement} />}
      cote={
        <>
          <Bloc titre="L’équipe">
            {equipe.length > 0 ? <LignesDeBloc lignes={equipe} /> : <p>Personne n’est encore nommé.</p>}
            {attribue ? (
              <p>
                <a href={`/informations/${id}/attribution`}>
                  {equipe.length > 0 ? 'Changer l’équipe ou le territoire' : 'Attribuer l’évaluation'}
                </a>
              </p>
            ) : null}
          </Bloc>
          <Rapport id={id} rapport={synthese.rapport} soumet={soumet} />
        </>
      }
    >
      {AVANT.includes(etat) ? (
        <EtatVide titre="L’évaluation n’est pas encore attribuée">
          Une fois l’information qualifiée, un territoire et une équipe d’au moins deux évaluateurs la reçoivent ; leur
          travail se lira ici.
        </EtatVide>
      ) : (
        <>
          {etat === 'en-evaluation' ? <Manques manques={synthese.manques} ecrit={ecrit} id={id} /> : null}
          <Volets volets={synthese.volets} ecrit={ecrit} id={id} />
          <Lignes
            titre="Rencontres"
            lignes={synthese.rencontres}
            vide="Aucune rencontre n’est encore inscrite."
            ecrit={ecrit}
            ajouter={{ titre: 'Inscrire une rencontre', href: formatAdresseEvaluation(id, 'rencontre') }}
          />
          <Lignes
            titre="Avis recueillis"
            lignes={synthese.avis}
            vide="Aucun avis n’est encore inscrit."
            ecrit={ecrit}
            ajouter={{ titre: 'Inscrire un avis', href: formatAdresseEvaluation(id, 'avis') }}
          />
        </>
      )}
    </DossierInformation>
  );
}

function Alertes({ etat, complement }: { etat: string; complement: Synthese['complement'] }) {
  return (
    <>
      {etat === 'suspendue' ? (
        <Avis ton="attente" titre="Évaluation suspendue sur décision judiciaire">
          Le délai légal continue d’être affiché.
        </Avis>
      ) : null}
      {etat === 'en-evaluation' && complement ? (
        <Avis ton="bientot" titre={`Rendu pour complément : ${complement.qui}`}>
          <p className="recit">{complement.motif}</p>
        </Avis>
      ) : null}
    </>
  );
}

function Manques({ manques, ecrit, id }: { manques: Synthese['manques']; ecrit: boolean; id: string }) {
  if (manques.length === 0)
    return (
      <Avis ton="fait" titre="Rien ne manque pour remettre le rapport">
        {ecrit ? (
          <a href={formatAdresseEvaluation(id, 'conclusion')}>Relire la conclusion et remettre le rapport</a>
        ) : null}
      </Avis>
    );
  return (
    <section className="bloc" aria-labelledby="manques">
      <h2 id="manques">
        Ce qui manque pour remettre le rapport <span className="nombre">{manques.length}</span>
      </h2>
      <ul>
        {manques.map(({ cle, regle, motif, textes, href }) => (
          <li key={cle}>
            <div>
              {ecrit ? <a href={href}>{motif}</a> : motif}
              <small>
                {regle} · {textes}
              </small>
            </div>
          </li>
        ))}
      </ul>
      {ecrit ? (
        <p>
          <a href={formatAdresseEvaluation(id, 'raisons')}>Dire pourquoi une rencontre n’a pas pu se faire</a>
        </p>
      ) : null}
    </section>
  );
}

function Volets({ volets, ecrit, id }: { volets: Synthese['volets']; ecrit: boolean; id: string }) {
  return (
    <section className="section">
      <h2>Le rapport, volet par volet</h2>
      <Tableau
        legende="Volets du rapport"
        lignes={volets}
        cle={({ cle }) => cle}
        ton={({ complet }) => (complet ? 'fait' : undefined)}
        colonnes={[
          { cle: 'titre', titre: 'Volet', cellule: ({ titre, href }) => (ecrit ? <a href={href}>{titre}</a> : titre) },
          {
            cle: 'avancement',
            titre: 'Rubriques demandées',
            cellule: ({ avancement, complet }) => (
              <Etiquette ton={complet ? 'fait' : 'bientot'}>
                {complet ? `${avancement}, complet` : avancement}
              </Etiquette>
            ),
          },
          { cle: 'rencontre', titre: 'Rencontre', cellule: ({ rencontre }) => rencontre },
          { cle: 'derniere', titre: 'Écrit par', cellule: ({ derniere }) => derniere },
        ]}
      />
      <Boutons>
        {ecrit ? (
          <LienBouton petit href={formatAdresseEvaluation(id, 'conclusion')}>
            Conclure et proposer
          </LienBouton>
        ) : null}
        <LienBouton petit href={formatAdresseEvaluation(id, 'rapport')}>
          Lire le rapport
        </LienBouton>
      </Boutons>
    </section>
  );
}

type LignesProps = {
  titre: string;
  lignes: Synthese['rencontres'];
  vide: string;
  ecrit: boolean;
  ajouter: { titre: string; href: string };
};

function Lignes({ titre, lignes, vide, ecrit, ajouter }: LignesProps) {
  return (
    <section className="section bloc">
      <h2>{titre}</h2>
      {lignes.length > 0 ? (
        <LignesDeBloc
          lignes={lignes.map(({ cle, titre: nom, quand, detail, href }) => ({
            cle,
            debut: quand,
            titre: ecrit ? <a href={href}>{nom}</a> : nom,
            detail,
          }))}
        />
      ) : (
        <p>{vide}</p>
      )}
      {ecrit ? (
        <Boutons>
          <LienBouton petit href={ajouter.href}>
            {ajouter.titre}
          </LienBouton>
        </Boutons>
      ) : null}
    </section>
  );
}

function Rapport({ id, rapport, soumet }: { id: string; rapport: Synthese['rapport']; soumet: boolean }) {
  const { conclusion, proposition, remis, valide, referentiel } = rapport;
  return (
    <Bloc titre="Conclusion et validation">
      <LignesDeBloc
        lignes={[
          {
            cle: 'conclusion',
            titre: conclusion ?? 'Pas encore de conclusion',
            detail: proposition ?? 'ni de proposition',
          },
          { cle: 'remis', titre: remis ? 'Rapport remis' : 'Rapport à remettre', detail: remis },
          { cle: 'valide', titre: valide ? 'Rapport validé' : 'Validation à venir', detail: valide },
        ]}
      />
      {remis && soumet ? (
        <p>
          <a href={formatAdresseEvaluation(id, 'validation')}>Remise, validation et complément</a>
        </p>
      ) : null}
      {referentiel ? <Details titre="Référentiel appliqué (IP-006)">{referentiel}</Details> : null}
    </Bloc>
  );
}
