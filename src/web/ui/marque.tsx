// La marelle vue de haut : une case, deux cases, le ciel arrondi ; la pierre est posée sur la première.

/** La marque : petite dans le rail, grande (cases numérotées) sur la page de connexion. */
export function Marque({ grande = false }: { grande?: boolean }) {
  if (grande) return <GrandeMarque />;
  return (
    <svg className="marque-dessin" width="26" height="30" viewBox="0 0 26 30" aria-hidden="true">
      <path d="M9 29V8a4 4 0 0 1 8 0v21zM9 22H2v-7h22v7H9M9 8.5h8M13 15v7" />
      <circle className="pierre" cx="13" cy="25.5" r="2" />
    </svg>
  );
}

function GrandeMarque() {
  return (
    <svg className="marque-dessin" width="96" height="148" viewBox="0 0 52 80" aria-hidden="true">
      <path d="M18 78V62H2V46h16V18a8 8 0 0 1 16 0v28h16v16H34v16zM18 62h16M18 46h16M26 46v16M18 30h16" />
      <text x="26" y="73">
        1
      </text>
      <text x="11" y="57">
        2
      </text>
      <text x="41" y="57">
        3
      </text>
      <text x="26" y="41">
        4
      </text>
      <circle className="pierre" cx="26" cy="20" r="3.5" />
    </svg>
  );
}
