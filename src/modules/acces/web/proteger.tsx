import { data } from 'react-router';
import { readSaisie } from '#web/dossier/saisie.server.ts';
import { buildCadreDeSaisie } from '#web/dossier/saisie-view.ts';
import { Saisie } from '#web/gabarits/saisie.tsx';
import { actPage, readFormulaire, type SaisieRendue } from '#web/page.server.ts';
import { Bouton } from '#web/ui/bouton.tsx';
import { CasesACocher } from '#web/ui/champ-choix.tsx';
import { ChampTexte, ZoneTexte } from '#web/ui/champ-texte.tsx';
import { readValeur } from '#web/ui/choix.ts';
import { Avis } from '#web/ui/message.tsx';
import { listNommes } from '../data/consultations-queries.server.ts';
import { listAgentsAChoisir } from '../data/mission-queries.server.ts';
import { closeRestriction, recordRestriction } from '../data/protection-commands.server.ts';
import { canRecordRestriction } from '../droits.ts';
import type { Route } from './+types/proteger.ts';
import { buildChoixANommer, formatCompte } from './proteger-view.ts';

export function loader(args: Route.LoaderArgs) {
  return readSaisie(args, canRecordRestriction, async (contexte, { restreint }) => ({
    restreint,
    nommes: await listNommes(contexte, args.params.id),
    agents: await listAgentsAChoisir(contexte),
  }));
}

export async function action(args: Route.ActionArgs) {
  const formulaire = await args.request.clone().formData();
  // Filtrer renvoie la même page avec ce qui était tapé et coché : rien ne s'enregistre, rien ne passe par l'adresse.
  if (formulaire.get('acte') === 'filtrer')
    return data<SaisieRendue>({ erreurs: {}, valeurs: readFormulaire(formulaire) });
  const avec = { enfantId: args.params.id };
  return formulaire.get('acte') === 'lever'
    ? actPage(args, {
        command: closeRestriction,
        avec,
        vers: (id) => `/enfants/${id}`,
        fait: 'La restriction est levée : les missions ouvrent de nouveau le dossier.',
      })
    : actPage(args, {
        command: recordRestriction,
        avec,
        vers: () => '/enfants',
        fait: 'Le dossier est restreint aux personnes nommées.',
      });
}

export default function Proteger({ loaderData, actionData }: Route.ComponentProps) {
  const { version, restreint, nommes, agents } = loaderData;
  const { erreurs = {}, valeurs } = actionData ?? {};
  const choisis = valeurs ? [valeurs.nommes ?? []].flat() : nommes.map(({ agentId }) => agentId);
  const filtre = readValeur(valeurs, 'filtre') ?? '';
  const choix = buildChoixANommer(agents, filtre, choisis);
  return (
    <Saisie
      {...buildCadreDeSaisie(loaderData)}
      titre="Protéger ce dossier"
      acte={restreint ? 'Changer les personnes nommées' : 'Restreindre le dossier'}
      danger
      rendue={actionData}
      version={version}
      intro="Pour un enfant d’agent, d’élu ou de personne connue. Seules les personnes nommées ici verront le dossier, quelles que soient les missions ; le bris de glace ne l’ouvre pas."
      autresActes={
        restreint ? (
          <Bouton name="acte" value="lever">
            Lever la restriction
          </Bouton>
        ) : null
      }
      cote={
        <Avis titre="Avant de restreindre">
          Nommez au moins une personne qui puisse lever la restriction. Si vous ne vous nommez pas, vous ne verrez plus
          ce dossier.
        </Avis>
      }
    >
      <ZoneTexte
        nom="motif"
        libelle="Pourquoi"
        lignes={2}
        valeur={readValeur(valeurs, 'motif', nommes[0]?.motif ?? null)}
        erreur={erreurs.motif}
        requis
      />
      <div className="filtres">
        <ChampTexte nom="filtre" libelle="Montrer par nom, poste ou unité" type="search" valeur={filtre} />
        <Bouton name="acte" value="filtrer">
          Montrer
        </Bouton>
        <p role="status">{formatCompte(choix.length, agents.length)}</p>
      </div>
      <CasesACocher
        nom="nommes"
        libelle="Personnes nommées"
        choix={choix}
        valeurs={choisis}
        erreur={erreurs.nommes}
        requis
      />
    </Saisie>
  );
}
