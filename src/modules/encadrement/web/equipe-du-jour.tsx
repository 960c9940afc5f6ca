import { Etiquette } from '#web/ui/etiquette.tsx';
import { AxeDesHeures, Bande, LegendeDesQuarts } from './bande.tsx';
import { HAUTEUR_COURBE, type JourVu, type LigneEquipe } from './jour-view.ts';

/** La journée sur un seul axe : enfants, professionnels, quarts d'heure, puis chacun. */
export function EquipeDuJour({ vue }: { vue: JourVu }) {
  const { axe, courbes, bande, equipe, places } = vue;
  const { largeur, enfants, marcheurs, presents, capacite, prevus, requis } = courbes;
  return (
    <section className="jour-figure" aria-labelledby="equipe">
      <h2 id="equipe">La journée</h2>
      <div className="jour-ligne">
        <span />
        <AxeDesHeures axe={axe} pas={60} />
      </div>
      <div className="jour-ligne">
        <span>
          Enfants
          <small>
            {courbes.enfantsAuPlus} au plus, {places}
          </small>
        </span>
        <Courbe largeur={largeur} texte={`${courbes.enfantsAuPlus} enfants à la fois au plus, ${places}`}>
          <path className="courbe-enfants" d={enfants} />
          <path className="courbe-marcheurs" d={marcheurs} />
          <path className="courbe-capacite" d={capacite} />
          {presents ? <path className="courbe-presents" d={presents} /> : null}
        </Courbe>
      </div>
      <div className="jour-ligne">
        <span>
          Professionnels
          <small>trait plein : ce qu’il faut</small>
        </span>
        <Courbe
          largeur={largeur}
          texte={`${courbes.prevusAuPlus} professionnels prévus au plus ; il en faut jusqu’à ${courbes.requisAuPlus}`}
        >
          <path className="courbe-prevus" d={prevus} />
          <path className="courbe-requis" d={requis} />
        </Courbe>
      </div>
      <div className="jour-ligne">
        <span>Taux</span>
        <Bande {...bande} />
      </div>
      <ul className="jour-equipe">
        {equipe.map((ligne) => (
          <Personne key={ligne.id} ligne={ligne} />
        ))}
      </ul>
      {equipe.length === 0 ? <p>Aucun professionnel n’est affecté à cette crèche.</p> : null}
      <LegendeDesQuarts />
    </section>
  );
}

function Courbe({ largeur, texte, children }: { largeur: number; texte: string; children: React.ReactNode }) {
  return (
    <svg
      className="courbe"
      viewBox={`0 0 ${largeur} ${HAUTEUR_COURBE}`}
      preserveAspectRatio="none"
      role="img"
      aria-label={texte}
    >
      <title>{texte}</title>
      {children}
    </svg>
  );
}

function Personne({ ligne: { nom, metier, categorie, renfort, etat, segments, texte } }: { ligne: LigneEquipe }) {
  return (
    <li className="jour-ligne">
      <span>
        {nom}
        {renfort ? (
          <>
            {' '}
            <Etiquette ton="accent">renfort</Etiquette>
          </>
        ) : null}
        <small>
          {metier}
          {categorie === null ? ', hors taux' : null}
        </small>
      </span>
      <svg className="jour-barre" role="img" aria-label={[etat, texte].filter(Boolean).join(', ')}>
        <rect className="jour-barre-fond" width="100%" height="26" rx="3" />
        {segments.map(({ gauche, largeur, nature, titre }) => (
          <rect
            key={titre}
            className={`segment segment-${nature} ${categorie === 1 ? 'segment-cat1' : ''}`}
            x={`${gauche}%`}
            width={`${largeur}%`}
            y="3"
            height="20"
            rx="3"
          >
            <title>{titre}</title>
          </rect>
        ))}
        {etat ? (
          <text className="jour-etat" x="8" y="18">
            {etat}
          </text>
        ) : null}
      </svg>
    </li>
  );
}
