import { LIBELLE_URGENCE, PIECES_ADMISES } from '#modules/informations-preoccupantes/index.ts';
import { listCommunesAChoisir } from '#modules/organisation/index.server.ts';
import { readHeureParis } from '#server/clock.ts';
import { Saisie } from '#web/gabarits/saisie.tsx';
import { Bouton } from '#web/ui/bouton.tsx';
import { Radios } from '#web/ui/champ-choix.tsx';
import { ChampJour, ChampTexte } from '#web/ui/champ-texte.tsx';
import { buildChoix } from '#web/ui/choix.ts';
import { listPiecesGardees } from '../data/brouillon-pieces.server.ts';
import { getBrouillon } from '../data/brouillons.server.ts';
import type { Route } from './+types/nouvelle.ts';
import type { Valeurs } from './blocs.ts';
import { buildChamp, ChampsAdultes, ChampsMineurs } from './champs-foyer.tsx';
import { ChampsAdresse, ChampsFaits, ChampsSource } from './champs-source.tsx';
import { DejaConnu } from './deja-connu.tsx';
import { GardeBrouillon } from './garde-brouillon.tsx';
import { actReception, type Rendue } from './nouvelle.server.ts';
import { PiecesGardees } from './pieces-gardees.tsx';
import { readPageDeCellule } from './saisie.server.ts';

export function loader(args: Route.LoaderArgs) {
  return readPageDeCellule(args, async (contexte) => {
    const brouillonId = new URL(args.request.url).searchParams.get('brouillon');
    const brouillon = brouillonId ? await getBrouillon(contexte, brouillonId) : null;
    const pieces = brouillon ? await listPiecesGardees(contexte, brouillon.id) : [];
    const communes = await listCommunesAChoisir(contexte);
    return {
      brouillon: brouillon && { id: brouillon.id, champs: brouillon.champs },
      pieces,
      communes: communes.map(({ nom }) => nom),
      aujourdhui: contexte.aujourdhui,
      heure: readHeureParis(),
    };
  });
}

export function action(args: Route.ActionArgs) {
  return readPageDeCellule(args, (contexte) => actReception(args, contexte));
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
        <PiecesGardees pieces={rendue?.pieces ?? loaderData.pieces} />
        {/* Ce qui vient d'être envoyé est gardé : le champ repart vide. */}
        <ChampTexte
          key={String(valeurs.rendu ?? '0')}
          nom="pieces"
          libelle="Documents"
          type="file"
          multiple
          accept={PIECES_ADMISES}
          aide="PDF, JPEG, PNG, Word sans macro, texte ou courriel ; 15 Mo chacun. Ils se gardent avec le brouillon ; on peut aussi les joindre ensuite, sur la fiche."
          erreur={formulaire.erreurs.pieces}
        />
      </section>
      <GardeBrouillon id={String(valeurs.brouillonId ?? loaderData.brouillon?.id ?? '')} />
    </Saisie>
  );
}
