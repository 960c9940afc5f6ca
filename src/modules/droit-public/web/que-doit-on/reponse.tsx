import { Couloir, LigneDue } from '#web/ui/couloir.tsx';
import { Details, EtapesDeCalcul } from '#web/ui/details.tsx';
import type { ObligationVue, ReponseVue } from './view.ts';

/** Ce que l'on doit, puis le même dossier pour la commande. */
export function Reponse({ reponse: { resume, groupes }, json }: { reponse: ReponseVue; json: string }) {
  return (
    <section className="section" id="resultat" aria-label="Ce que l’on doit">
      <p role="status">
        <strong>{resume}</strong>
      </p>
      {groupes.map(({ titre, obligations }) => (
        <Couloir
          key={titre}
          titre={titre}
          nombre={obligations.length}
          vide="Ces faits ne font rien devoir. Vérifiez la date de naissance et le nom de la mesure."
        >
          {obligations.map((obligation) => (
            <Ligne key={obligation.cle} obligation={obligation} />
          ))}
        </Couloir>
      ))}
      <Details titre="Ce dossier en JSON, pour la commande « marelle echeances simuler »">
        <pre>{json}</pre>
      </Details>
    </section>
  );
}

function Ligne({ obligation }: { obligation: ObligationVue }) {
  const { ton, quand, statut, jourComplet, qui, libelle, mesure, regle, textes, etapes } = obligation;
  return (
    <LigneDue
      ton={ton}
      quand={quand}
      quandDetail={statut}
      jourComplet={jourComplet}
      qui={{ nom: qui, detail: mesure ? `mesure ${mesure}` : undefined }}
      quoi={libelle}
      quoiDetail={`${regle} · ${textes.join(' · ')}`}
      calcul={<EtapesDeCalcul etapes={etapes} textes={[]} />}
    />
  );
}
