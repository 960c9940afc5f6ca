import { getEnTeteInformation } from '#modules/informations-preoccupantes/index.server.ts';
import { canConduire } from '#modules/informations-preoccupantes/index.ts';
import { formatAdresseInformation } from '#modules/informations-preoccupantes/web/composants.tsx';
import { recordTrace } from '#server/journal.ts';
import { EnTetePage } from '#web/gabarits/en-tete-page.tsx';
import { readPage } from '#web/page.server.ts';
import { LienBouton } from '#web/ui/bouton.tsx';
import { BoutonImprimer } from '#web/ui/bouton-imprimer.tsx';
import { getFaits, listAvisRecueillis, listRencontres, listVolets } from '../data/evaluation-queries.server.ts';
import { listRubriquesEcrites } from '../data/redaction-queries.server.ts';
import { canEvaluer } from '../droits.ts';
import type { Route } from './+types/rapport.ts';
import { buildCadre, formatAdresseEvaluation } from './evaluation-view.ts';
import { buildRapport, type RapportVu } from './rapport-view.ts';

export function loader(args: Route.LoaderArgs) {
  return readPage(args, async (contexte) => {
    const { id } = args.params;
    const enTete = await getEnTeteInformation(contexte, id);
    const lu = {
      enTete,
      faits: await getFaits(contexte, id),
      rubriques: await listRubriquesEcrites(contexte, id),
      rencontres: await listRencontres(contexte, id),
      avis: await listAvisRecueillis(contexte, id),
      volets: await listVolets(contexte, id),
    };
    await recordTrace(contexte.tx, { acte: 'evaluations.rapport.lire', objetId: id });
    return {
      id,
      ecrit: enTete.etat === 'en-evaluation' && canEvaluer(contexte.agent, enTete),
      // L'évaluation commencée, le rapport s'écrit aussi en Word, dans la trame du département.
      word: lu.faits.rapport.referentiel !== null && canConduire(contexte.agent, enTete),
      rapport: buildRapport(lu, contexte.aujourdhui),
    };
  });
}

export default function RapportDEvaluation({ loaderData: { id, ecrit, word, rapport } }: Route.ComponentProps) {
  return (
    <>
      <EnTetePage
        titre="Rapport d’évaluation"
        sous={rapport.numero}
        fil={buildCadre({ id, numero: rapport.numero }).fil}
        actes={
          <>
            {ecrit ? (
              <LienBouton petit href={formatAdresseEvaluation(id, 'redaction/foyer')}>
                Écrire
              </LienBouton>
            ) : null}
            {word ? (
              <LienBouton petit href={formatAdresseInformation(id, 'ecrits/rapport-evaluation')}>
                Télécharger en Word
              </LienBouton>
            ) : null}
            <BoutonImprimer />
          </>
        }
      />
      <section className="bloc" aria-label="En bref">
        <dl className="definitions">
          {rapport.faits.map(({ titre, valeur }) => (
            <div key={titre}>
              <dt>{titre}</dt>
              <dd>{valeur}</dd>
            </div>
          ))}
        </dl>
      </section>
      {rapport.parties.map((partie) => (
        <Partie key={partie.cle} {...partie} />
      ))}
      <Textes titre="Rencontres" lignes={rapport.rencontres} vide="Aucune rencontre n’est inscrite." />
      <Textes titre="Avis recueillis" lignes={rapport.avis} vide="Aucun avis n’est inscrit." />
      <Conclusion rapport={rapport} />
    </>
  );
}

function Partie({ cle, titre, raisons, rubriques }: RapportVu['parties'][number]) {
  return (
    <section className="section" aria-labelledby={`partie-${cle}`}>
      <h2 id={`partie-${cle}`}>{titre}</h2>
      {raisons.map((raison) => (
        <p key={raison}>{raison}</p>
      ))}
      {rubriques.map(({ code, titre: sousTitre, texte }) => (
        <div key={code}>
          <h3>{sousTitre}</h3>
          <p className="recit">{texte || <span className="zero">Pas écrit.</span>}</p>
        </div>
      ))}
    </section>
  );
}

function Textes({ titre, lignes, vide }: { titre: string; lignes: RapportVu['avis']; vide: string }) {
  return (
    <section className="section">
      <h2>{titre}</h2>
      {lignes.length === 0 ? <p>{vide}</p> : null}
      {lignes.map(({ cle, titre: sousTitre, detail, texte }) => (
        <div key={cle}>
          <h3>{sousTitre}</h3>
          {detail ? <p>{detail}</p> : null}
          {texte ? <p className="recit">{texte}</p> : null}
        </div>
      ))}
    </section>
  );
}

function Conclusion({ rapport }: { rapport: RapportVu }) {
  const { conclusion, proposition, argumentaire, evaluationImpossible } = rapport;
  return (
    <section className="section">
      <h2>Conclusion et proposition de l’équipe</h2>
      <p>
        <strong>{conclusion ?? 'Pas encore de conclusion.'}</strong>
      </p>
      <p>{proposition ? `Proposition : ${proposition.toLocaleLowerCase('fr')}.` : 'Pas encore de proposition.'}</p>
      {evaluationImpossible ? <p>Le danger est présumé ; la situation n’a pas pu être évaluée (IP-031).</p> : null}
      {argumentaire ? <p className="recit">{argumentaire}</p> : null}
    </section>
  );
}
