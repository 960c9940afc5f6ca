import { data, redirect } from 'react-router';
import type { Contexte } from '#database/as-agent.ts';
import { findRefusDesFichiers, recordPiece } from '#modules/informations-preoccupantes/index.server.ts';
import { LIBELLE_URGENCE, PIECES_ADMISES } from '#modules/informations-preoccupantes/index.ts';
import { formatAdresseInformation } from '#modules/informations-preoccupantes/web/composants.tsx';
import { listCommunesAChoisir } from '#modules/organisation/index.server.ts';
import { readHeureParis } from '#server/clock.ts';
import { executeCommand } from '#server/define-command.ts';
import { agentContexte } from '#server/request-context.ts';
import { Saisie } from '#web/gabarits/saisie.tsx';
import { actSurPlace, buildFait } from '#web/page.server.ts';
import { Bouton } from '#web/ui/bouton.tsx';
import { Radios } from '#web/ui/champ-choix.tsx';
import { ChampJour, ChampTexte } from '#web/ui/champ-texte.tsx';
import { buildChoix } from '#web/ui/choix.ts';
import { getBrouillon, recordBrouillon } from '../data/brouillons.server.ts';
import { createInformation } from '../data/reception-commands.server.ts';
import type { Route } from './+types/nouvelle.ts';
import { buildSaisie, findApresGeste, parseGesteDeLien, updateReconnu, type Valeurs } from './blocs.ts';
import { buildChamp, ChampsAdultes, ChampsMineurs } from './champs-foyer.tsx';
import { ChampsAdresse, ChampsFaits, ChampsSource } from './champs-source.tsx';
import { DejaConnu } from './deja-connu.tsx';
import { GardeBrouillon } from './garde-brouillon.tsx';
import { readPageDeCellule, readSaisieInformation } from './saisie.server.ts';
import { buildVerification, findReconnu, type Verification } from './verification.server.ts';

export function loader(args: Route.LoaderArgs) {
  return readPageDeCellule(args, async (contexte) => {
    const brouillonId = new URL(args.request.url).searchParams.get('brouillon');
    const brouillon = brouillonId ? await getBrouillon(contexte, brouillonId) : null;
    const communes = await listCommunesAChoisir(contexte);
    return {
      brouillon: brouillon && { id: brouillon.id, champs: brouillon.champs },
      communes: communes.map(({ nom }) => nom),
      aujourdhui: contexte.aujourdhui,
      heure: readHeureParis(),
    };
  });
}

type Rendue = {
  erreurs: Record<string, string>;
  valeurs: Valeurs;
  textes?: string[];
  verification?: Verification;
};

export async function action(args: Route.ActionArgs) {
  return readPageDeCellule(args, async (contexte) => {
    const { valeurs: tape, geste, fichiers } = await readSaisieInformation(args.request);
    const apres = findApresGeste(tape, geste);
    if (apres) return data<Rendue>({ erreurs: {}, valeurs: apres });
    const lien = parseGesteDeLien(geste);
    if (lien) return data<Rendue>(await applyLien(contexte, tape, lien));
    if (geste === 'verifier')
      return data<Rendue>({ erreurs: {}, valeurs: tape, verification: await buildVerification(contexte, tape) });
    if (geste === 'garder') {
      await recordBrouillon(contexte, tape, String(tape.brouillonId ?? ''));
      return redirect('/informations/brouillons', {
        status: 303,
        headers: { 'Set-Cookie': buildFait('Le brouillon est gardé.') },
      });
    }
    const { valeurs, mineurs, adultes } = buildSaisie(tape);
    const refus = findRefusDesFichiers(fichiers);
    if (refus) return data<Rendue>({ erreurs: { pieces: refus }, valeurs }, { status: 400 });
    const issue = await actSurPlace(args, { command: createInformation, valeurs, avec: { mineurs, adultes } });
    if (!('resultat' in issue)) return issue;
    const { id: informationId, numero } = issue.resultat;
    const ici = args.context.get(agentContexte);
    for (const fichier of fichiers) await executeCommand(ici, recordPiece, { informationId, ...fichier });
    return redirect(formatAdresseInformation(informationId), {
      status: 303,
      headers: { 'Set-Cookie': buildFait(`L’information ${numero} est reçue.`) },
    });
  });
}

/** Relie un bloc à la personne choisie, ou l'en détache, et montre ce qui reste à vérifier. */
async function applyLien(
  contexte: Contexte,
  tape: Valeurs,
  { groupe, rang, personneId }: NonNullable<ReturnType<typeof parseGesteDeLien>>,
): Promise<Rendue> {
  const connu = personneId === null ? null : await findReconnu(contexte, tape, { groupe, rang, personneId });
  const valeurs = updateReconnu(tape, { groupe, rang }, connu ?? null);
  return { erreurs: {}, valeurs, verification: await buildVerification(contexte, valeurs) };
}

export default function NouvelleInformation({ loaderData, actionData }: Route.ComponentProps) {
  const rendue = actionData as Rendue | undefined;
  const valeurs: Valeurs = rendue?.valeurs ?? loaderData.brouillon?.champs ?? {};
  const formulaire = { valeurs, erreurs: rendue?.erreurs ?? {} };
  const champ = buildChamp(formulaire);
  return (
    <Saisie
      titre="Recevoir une information"
      acte="Enregistrer l’information"
      retour="/informations"
      rendue={rendue}
      fil={[{ titre: 'Informations préoccupantes', href: '/informations' }]}
      actes={<a href="/informations/brouillons">Mes brouillons</a>}
      fichier
      autresActes={
        <>
          <Bouton name="geste" value="verifier" formAction="#deja-connu">
            Vérifier ce qui est déjà connu
          </Bouton>
          <Bouton name="geste" value="garder">
            Garder le brouillon
          </Bouton>
        </>
      }
      cote={<DejaConnu verification={rendue?.verification ?? null} />}
    >
      {/* La touche Entrée actionne le premier bouton : qu'elle vérifie, plutôt que d'enregistrer à moitié. */}
      <button type="submit" name="geste" value="verifier" className="lecteur" tabIndex={-1} aria-hidden="true">
        Vérifier
      </button>
      <input type="hidden" name="rendu" value={String(valeurs.rendu ?? '0')} />
      <section className="section">
        <h2>La réception</h2>
        <div className="groupe-champs">
          <ChampJour
            {...champ('recueLe', loaderData.aujourdhui)}
            libelle="Reçue le"
            aide="Le délai légal court de ce jour"
            requis
          />
          <ChampTexte
            {...champ('recueHeure', loaderData.heure)}
            libelle="À"
            aide="Heure de Paris, par exemple 14 h 30"
            taille="court"
            requis
          />
        </div>
        <Radios {...champ('urgence')} libelle="Urgence" choix={buildChoix(LIBELLE_URGENCE)} enLigne requis />
      </section>
      <ChampsSource formulaire={formulaire} />
      <ChampsMineurs formulaire={formulaire} offerts={rendue ? 1 : 2} />
      <ChampsAdresse formulaire={formulaire} communes={loaderData.communes} />
      <ChampsAdultes formulaire={formulaire} />
      <ChampsFaits formulaire={formulaire} />
      <section className="section">
        <h2>Les documents reçus</h2>
        <ChampTexte
          nom="pieces"
          libelle="Documents"
          type="file"
          multiple
          accept={PIECES_ADMISES}
          aide="PDF, JPEG, PNG, Word sans macro, texte ou courriel ; 15 Mo chacun. On peut aussi les joindre ensuite, sur la fiche."
          erreur={formulaire.erreurs.pieces}
        />
      </section>
      <GardeBrouillon id={String(valeurs.brouillonId ?? loaderData.brouillon?.id ?? '')} />
    </Saisie>
  );
}
