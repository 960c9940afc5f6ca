import { canSuivre } from '#modules/eaje/index.ts';
import { Introuvable } from '#server/errors.ts';
import { formatJour } from '#shared/jour-civil-format.ts';
import { Saisie } from '#web/gabarits/saisie.tsx';
import { actPage, readPage } from '#web/page.server.ts';
import { Bloc, LignesDeBloc } from '#web/ui/bloc.tsx';
import { ZoneTexte } from '#web/ui/champ-texte.tsx';
import { buildChamp } from '#web/ui/choix.ts';
import { Corrections } from '#web/ui/corrections.tsx';
import { Avis } from '#web/ui/message.tsx';
import { listCorrections } from '../data/corrections.server.ts';
import { readReglages } from '../data/reglages.server.ts';
import { closeFaitMarquant, recordInformation } from '../data/suivi-commands.server.ts';
import { getFaitMarquant } from '../data/suivi-queries.server.ts';
import { CATEGORIES_FAIT, DESTINATAIRES, formatHeureDite, MOYENS } from '../suite.ts';
import type { Route } from './+types/fait.ts';
import { ChampsInformation } from './champs.tsx';
import { buildRappels } from './fait-view.ts';
import { listFilSuivi } from './fil.ts';

/** La même page inscrit qui est informé, puis clôt : `?clore` choisit l'acte. */
const isCloture = (adresse: string) => new URL(adresse).searchParams.has('clore');

export function loader(args: Route.LoaderArgs) {
  return readPage(args, async ({ tx, agent, aujourdhui }) => {
    const fait = await getFaitMarquant(tx, args.params.id);
    if (!canSuivre(agent, fait)) throw new Introuvable('Absent, ou hors de vos missions.');
    const pcdDu = (fait.secours || fait.deces) && !fait.informes.some(({ destinataire }) => destinataire === 'PCD');
    const rappels = buildRappels(fait, await readReglages(tx, aujourdhui));
    const corrections = await listCorrections(tx, fait.id);
    const cloture = isCloture(args.request.url) && fait.closLe === null;
    return { fait, pcdDu, rappels, corrections, aujourdhui, cloture };
  });
}

export function action(args: Route.ActionArgs) {
  const ici = `/creches/faits-marquants/${args.params.id}`;
  if (isCloture(args.request.url))
    return actPage(args, {
      command: closeFaitMarquant,
      avec: { id: args.params.id },
      vers: (etablissementId) => `/creches/${etablissementId}/suivi`,
      fait: 'Le fait est clos.',
    });
  return actPage(args, {
    command: recordInformation,
    avec: { faitId: args.params.id },
    vers: () => ici,
    fait: 'L’information est inscrite.',
  });
}

export default function FaitMarquant({ loaderData, actionData }: Route.ComponentProps) {
  const { fait, aujourdhui, cloture } = loaderData;
  const champ = buildChamp(actionData);
  const ici = `/creches/faits-marquants/${fait.id}`;
  return (
    <Saisie
      titre={cloture ? 'Clore un fait marquant' : `Fait marquant · ${CATEGORIES_FAIT[fait.categorie]}`}
      sous={`${fait.creche} · ${formatJour(fait.survenuLe, 'complet')}${fait.heure ? ` à ${formatHeureDite(fait.heure)}` : ''} · gravité ${fait.gravite}${fait.closLe ? ` · clos le ${formatJour(fait.closLe, 'long')}` : ''}`}
      fil={listFilSuivi(fait.etablissementId, fait.creche)}
      acte={cloture ? 'Clore le fait' : 'Inscrire l’information'}
      retour={`/creches/${fait.etablissementId}/suivi`}
      rendue={actionData}
      version={fait.version}
      cote={
        <>
          <QuiLeSait {...loaderData} />
          <Corrections corrections={loaderData.corrections} />
        </>
      }
    >
      <Recit {...loaderData} />
      {cloture ? (
        <ZoneTexte {...champ('impact', fait.impact)} libelle="Ce que le fait a eu pour suites" requis />
      ) : (
        <>
          <ChampsInformation champ={champ} jour={aujourdhui} />
          <p>
            <a href={`${ici}/corriger`}>Corriger ce fait</a>
            {fait.closLe === null ? (
              <>
                {' · '}
                <a href={`${ici}?clore`}>Clore ce fait</a>
              </>
            ) : null}
          </p>
        </>
      )}
    </Saisie>
  );
}

type Donnees = Route.ComponentProps['loaderData'];

function Recit({ fait, pcdDu, rappels }: Donnees) {
  return (
    <>
      {pcdDu ? (
        <Avis ton="retard" titre="Le président du conseil départemental n’est pas informé">
          Hospitalisation, secours ou décès : il l’est sans délai (CSP, art. R2324-25). Ce fait ne se clôt pas avant.
        </Avis>
      ) : null}
      {rappels.map(({ titre, texte }) => (
        <Avis key={titre} ton="bientot" titre={titre}>
          {texte}
        </Avis>
      ))}
      <p>{fait.recit}</p>
      {fait.impact ? <p>Suites : {fait.impact}</p> : null}
    </>
  );
}

function QuiLeSait({ fait }: Donnees) {
  return (
    <Bloc titre="Qui le sait">
      {fait.informes.length === 0 ? <p>Personne hors de la crèche.</p> : null}
      <LignesDeBloc
        lignes={fait.informes.map(({ id, destinataire, le, heure, moyen }) => ({
          cle: id,
          titre: DESTINATAIRES[destinataire],
          fin: (
            <a href={`/creches/faits-marquants/informations/${id}/corriger`}>
              Corriger<span className="lecteur"> l’information : {DESTINATAIRES[destinataire]}</span>
            </a>
          ),
          detail: `${moyen ? `${MOYENS[moyen]}, le ` : ''}${formatJour(le, 'long')}${heure ? ` à ${formatHeureDite(heure)}` : ''}`,
        }))}
      />
    </Bloc>
  );
}
