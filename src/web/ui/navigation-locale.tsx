export type Etape = { titre: string; href?: string };

/** Où l'on est : les étapes qui mènent ici, la page elle-même exceptée. */
export function FilAriane({ etapes }: { etapes: readonly Etape[] }) {
  return (
    <nav className="fil" aria-label="Fil d’Ariane">
      <ol>
        {etapes.map(({ titre, href }) => (
          <li key={titre}>{href ? <a href={href}>{titre}</a> : titre}</li>
        ))}
      </ol>
    </nav>
  );
}

export type Onglet = { titre: string; href: string; actif?: boolean; nombre?: number };

/** Les pages d'un même dossier. Ce sont des liens : chacune a son adresse. */
export function Onglets({ libelle, onglets }: { libelle: string; onglets: readonly Onglet[] }) {
  return (
    <nav className="onglets" aria-label={libelle}>
      <ul>
        {onglets.map(({ titre, href, actif, nombre }) => (
          <li key={href}>
            <a href={href} aria-current={actif ? 'page' : undefined}>
              {titre}
              {nombre === undefined ? null : <span className="nombre"> {nombre}</span>}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
