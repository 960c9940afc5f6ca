import { Marque } from '../ui/marque.tsx';
import { buildClasse } from '../ui/ton.ts';
import type { CadreVue } from './cadre-vue.ts';
import { type EntreeDeNavigation, findEntreeCourante, GROUPES, type GroupeDeNavigation } from './navigation.ts';

type RailProps = { entrees: readonly EntreeDeNavigation[]; chemin: string; compteurs: CadreVue['compteurs'] };

/** Le rail : toutes les pages que l'agent peut ouvrir. Sur un téléphone, c'est la page `#menu`. */
export function Rail({ entrees, chemin, compteurs }: RailProps) {
  const courante = findEntreeCourante(chemin, entrees);
  const groupes = Object.keys(GROUPES) as GroupeDeNavigation[];
  const renderGroupe = (groupe: GroupeDeNavigation | null) => (
    <ul>
      {entrees
        .filter((entree) => entree.groupe === groupe)
        .map((entree) => (
          <Entree key={entree.href} entree={entree} courante={courante} compteur={compteurs[entree.href]} />
        ))}
    </ul>
  );
  return (
    <nav className="rail" id="menu" aria-label="Principale">
      <div className="rail-collant">
        <a className="marque" href="/">
          <Marque />
          Marelle
        </a>
        {renderGroupe(null)}
        {groupes
          .filter((groupe) => entrees.some((entree) => entree.groupe === groupe))
          .map((groupe) => (
            <section key={groupe} aria-label={GROUPES[groupe]}>
              <h2>{GROUPES[groupe]}</h2>
              {renderGroupe(groupe)}
            </section>
          ))}
      </div>
    </nav>
  );
}

type EntreeProps = {
  entree: EntreeDeNavigation;
  courante: string | undefined;
  compteur: CadreVue['compteurs'][string] | undefined;
};

function Entree({ entree, courante, compteur }: EntreeProps) {
  return (
    <li>
      <a href={entree.href} aria-current={entree.href === courante ? 'page' : undefined}>
        {entree.titre}
        {compteur ? (
          <span className={buildClasse('nombre', compteur.retard && 'ton-retard')}>
            {compteur.nombre}
            {compteur.retard ? <span className="lecteur"> en retard</span> : null}
          </span>
        ) : null}
      </a>
    </li>
  );
}

/** La barre du pouce : sur un téléphone, l'essentiel reste sous la main. */
export function BarreDuBas({ chemin }: { chemin: string }) {
  const liens = [
    { titre: 'Ma journée', href: '/' },
    { titre: 'Recherche', href: '/recherche' },
    { titre: 'Menu', href: '#menu' },
  ];
  return (
    <nav className="barre-bas" aria-label="Raccourcis">
      {liens.map(({ titre, href }) => (
        <a key={href} href={href} aria-current={href === chemin ? 'page' : undefined}>
          {titre}
        </a>
      ))}
    </nav>
  );
}
