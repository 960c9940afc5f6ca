import type { Sexe } from './prenoms.ts';

/**
 * La France telle qu'elle est : une partie des familles a une histoire migratoire, visible dans les noms.
 * Un prénom de l'époque reste possible dans chaque groupe (`partPrenomCommun`).
 */
export type Origine = 'maghreb' | 'afrique' | 'turquie' | 'iberique' | 'italie' | 'est' | 'asie' | 'antilles';

type Groupe = { partPrenomCommun: number; F: readonly string[]; M: readonly string[]; noms: readonly string[] };
const mots = (texte: string): readonly string[] => texte.trim().split(/\s+/);

export const GROUPES: Readonly<Record<Origine, Groupe>> = {
  maghreb: {
    partPrenomCommun: 0.2,
    F: mots(`Fatima Yasmina Nadia Samira Leïla Inès Lina Sarah Nour Amina Khadija Assia Meryem Soraya Salma Hanane Sonia
      Imane Sabrina Aya Yasmine Ikram Warda Nawel Karima Souad Malika Zineb Djamila Rania Lamia Safia`),
    M: mots(`Mohamed Karim Mehdi Youssef Ali Ahmed Samir Rachid Nabil Yanis Ilyes Amine Bilal Sofiane Rayan Adam Anis
      Walid Hakim Farid Nassim Ayoub Ismaël Omar Hamza Zakaria Tarek Fouad Mourad Kamel Redouane Brahim`),
    noms: mots(`Benali Haddad Mansouri Bouzid Belkacem Amrani Cherif Hamidi Saïdi Brahimi Khelifi Meziane Ziani Bensaïd
      Ouali Tahiri Zerrouki Benamar Mokrani Boukhari Kaddour Slimani Bouaziz Rahmani Yahiaoui Chaoui Lahmar Touati
      Guerroudj Benmoussa Idrissi Alaoui Jaziri Trabelsi Gharbi Hamdi Ferhat`),
  },
  afrique: {
    partPrenomCommun: 0.4,
    F: mots(`Aminata Fatoumata Mariam Aïssata Kadiatou Awa Bintou Grâce Divine Merveille Ruth Rachelle Esther Naomi Oumou
      Djénéba Ramata Penda Coumba Khady Astou Prisca Bénédicte Joséphine Clarisse Chancelle`),
    M: mots(`Mamadou Ibrahim Moussa Ousmane Abdoulaye Cheick Amadou Sékou Boubacar Issa Souleymane Junior Exaucé Emmanuel
      Christ Dieudonné Trésor Fabrice Landry Aboubacar Lamine Modibo Demba Aliou Hervé Elvis`),
    noms: mots(`Diallo Traoré Diarra Coulibaly Keïta Camara Konaté Sissoko Sylla Ba Sow Ndiaye Diop Fall Cissé Touré Koné
      Bamba Kouassi Kouamé Yao Mbemba Makiese Nsimba Mukendi Kabongo Ilunga Mbuyi Tchoumi Nguema Ondo Fofana Dembélé
      Doumbia Sidibé Soumaré Niakaté`),
  },
  turquie: {
    partPrenomCommun: 0.15,
    F: mots('Elif Zeynep Ayse Fatma Emine Esra Merve Hatice Sevda Büsra Melek Selin Derya Aylin Gül Sümeyye'),
    M: mots('Mehmet Mustafa Emre Murat Yusuf Ahmet Hasan Ömer Kerem Burak Enes Serkan Can Deniz Eren Furkan'),
    noms: mots(`Yilmaz Kaya Demir Sahin Çelik Yildiz Öztürk Aydin Arslan Dogan Kiliç Aslan Çetin Kara Koç Kurt Özdemir
      Simsek Polat Korkmaz`),
  },
  iberique: {
    partPrenomCommun: 0.75,
    F: mots(
      'Maria Ana Carla Sofia Inès Lucinda Paula Isabel Tatiana Elena Carmen Rosa Helena Sandrina Cristina Vanessa',
    ),
    M: mots('José Manuel Antonio Carlos Paulo Luis Miguel Hugo Tiago Rui Filipe Diego Jorge Ricardo Mario Enrique'),
    noms: mots(`Da-Silva Ferreira Pereira Rodrigues Fernandes Gonçalves Lopes Martins Gomes Ribeiro Alves Pinto Carvalho
      Teixeira Moreira Correia Garcia Martinez Sanchez Lopez Perez Rodriguez Fernandez Gomez Ruiz Torres Navarro Moreno
      Dos-Santos De-Oliveira Da-Costa Marques`),
  },
  italie: {
    partPrenomCommun: 0.85,
    F: mots('Giulia Chiara Sofia Laura Elisa Francesca Carla Lucia Bianca Paola'),
    M: mots('Marco Matteo Enzo Lorenzo Angelo Dino Bruno Livio Fabio Sandro'),
    noms: mots(
      'Rossi Ferrari Esposito Bianchi Romano Colombo Ricci Marino Greco Conti Gallo Costa Rizzo Lombardi Moretti Barbieri',
    ),
  },
  est: {
    partPrenomCommun: 0.3,
    F: mots(`Elena Ioana Maria Andreea Sorina Irina Olga Nina Tatiana Natalia Anastasia Katarzyna Monika Ewa Nino Tamar
      Madina Aïcha Larissa Mirela`),
    M: mots(`Ionut Florin Alexandru Marius Vasile Sergueï Dmitri Igor Nikola Pavel Tomasz Piotr Giorgi David Aslan Roustam
      Artur Denis Bogdan Luka`),
    noms: mots(`Popescu Ionescu Dumitru Stan Munteanu Nowak Kowalski Wisniewski Lewandowski Petrov Ivanov Marković Jovanović
      Hoxha Krasniqi Gashi Kvaratskheli Beridze Sargsyan Petrosyan Aliev Magomedov Kostenko Shevchuk`),
  },
  asie: {
    partPrenomCommun: 0.55,
    F: mots('Linh Mai Thi Lan Minh Anh Sophie Lin Mei Yun Chanthavy Sreymom Priya Anjali Kavitha Sunita'),
    M: mots('Minh Tuan Duc Long Bao Huy Wei Jun Kevin Vuthy Sokha Raj Arun Suresh Farhan Bilal'),
    noms: mots(`Nguyen Tran Pham Huynh Phan Vu Dang Bui Ngo Duong Chen Wang Zhang Li Lin Sok Chea Kumar Singh Sivakumar
      Rajaratnam Ahmed Rahman Hossain`),
  },
  antilles: {
    partPrenomCommun: 0.7,
    F: mots(
      'Marie-Line Ketty Murielle Jocelyne Gladys Maëva Kenza Cynthia Lindsay Shirley Anaëlle Raïssa Nadège Rolande',
    ),
    M: mots('Joël Yannick Steeve Rudy Loïc Jimmy Teddy Kenny Dimitri Jordan Erwann Jean-Marc Wilner Widley'),
    noms: mots(`Marie-Sainte Jean-Baptiste Jean-Louis Joseph-Angélique Célestine Hippolyte Ursulet Mirval Valmont Césaire
      Hoarau Payet Grondin Dijoux Fontaine Boyer Rivière Técher Maillot Nativel Saint-Aimé Pierre-Louis Sylvestre Charles-Alfred`),
  },
};

/** Part de chaque groupe parmi les familles, selon le profil [C] ; le reste porte un nom de souche ancienne. */
export const PARTS_ORIGINES = {
  manche: {
    maghreb: 0.02,
    afrique: 0.015,
    turquie: 0.01,
    iberique: 0.015,
    italie: 0.005,
    est: 0.01,
    asie: 0.003,
    antilles: 0.007,
  },
  somme: {
    maghreb: 0.07,
    afrique: 0.03,
    turquie: 0.012,
    iberique: 0.03,
    italie: 0.015,
    est: 0.02,
    asie: 0.006,
    antilles: 0.01,
  },
  'val-de-marne': {
    maghreb: 0.19,
    afrique: 0.2,
    turquie: 0.02,
    iberique: 0.08,
    italie: 0.02,
    est: 0.045,
    asie: 0.06,
    antilles: 0.06,
  },
} as const;

/** Les mineurs isolés : prénoms et noms par pays déclaré. Écrit à la main, neutre. */
export const MNA: Readonly<Record<string, Record<Sexe | 'noms', readonly string[]>>> = {
  guinee: {
    M: mots(
      'Alpha Mamadou Thierno Ibrahima Amadou Abdoulaye Boubacar Elhadj Sékou Lansana Ousmane Mohamed Fodé Aboubacar',
    ),
    F: mots('Mariama Fatoumata Aïssatou Kadiatou Hawa Oumou Djénabou'),
    noms: mots('Diallo Barry Bah Sow Camara Baldé Sylla Condé Soumah Bangoura Touré Keïta Kourouma Traoré'),
  },
  mali: {
    M: mots('Moussa Bakary Modibo Adama Souleymane Lassana Mahamadou Cheick Fousseyni Samba Demba Yacouba Issa'),
    F: mots('Aminata Fanta Assétou Djénéba Mariam'),
    noms: mots('Coulibaly Traoré Diarra Konaté Sissoko Keïta Dembélé Doucouré Kanté Fofana Touré Sidibé Samaké'),
  },
  'cote-d-ivoire': {
    M: mots('Ibrahim Karim Aboubakar Yacouba Drissa Junior Ismaël Vamara Souleymane Koffi Kouadio Abdoul Inza'),
    F: mots('Awa Mariam Adjoua Affoué Grâce Fatim'),
    noms: mots('Koné Traoré Ouattara Bamba Coulibaly Kouassi Kouamé Konan Touré Diomandé Fofana Cissé Soro Doumbia'),
  },
  tunisie: {
    M: mots('Mohamed Ahmed Yassine Aziz Hamza Oussama Seifeddine Bilel Aymen Iheb'),
    F: mots('Nour Yasmine Rahma'),
    noms: mots('Trabelsi Gharbi Jaziri Hamdi Ayari Mejri Dridi Bouazizi Chebbi Riahi Guesmi'),
  },
  bangladesh: {
    M: mots('Rakib Shahin Mehedi Sabbir Nayeem Arif Tanvir Rifat Imran Jubayer'),
    F: mots('Sumaiya Nusrat'),
    noms: mots('Ahmed Hossain Rahman Islam Miah Uddin Khan Chowdhury Sarker Alam'),
  },
  gambie: {
    M: mots('Lamin Ebrima Modou Ousman Alieu Sulayman Yankuba Bakary'),
    F: mots('Fatou Isatou'),
    noms: mots('Jallow Ceesay Touray Jobe Sanneh Darboe Camara Njie Bah'),
  },
  afghanistan: {
    M: mots('Ahmad Farhad Zabihullah Najib Rahmat Jawad Hamid Sayed Esmat Nasir'),
    F: mots('Zahra Parwana'),
    noms: mots('Ahmadzai Stanikzai Noori Rahimi Mohammadi Safi Hotak Zadran Karimi'),
  },
  algerie: {
    M: mots('Islam Abderrahmane Sid-Ahmed Youcef Riad Mehdi Anis Zinedine'),
    F: mots('Imane Sara'),
    noms: mots('Benali Meziane Belkacem Mansouri Haddad Bouzid Cherif Hamidi Brahimi'),
  },
  'rd-congo': {
    M: mots('Christian Jonathan Exaucé Héritier Trésor Gloire Plamedi Beni'),
    F: mots('Grâce Merveille Ruth Divine Naomi'),
    noms: mots('Mukendi Kabongo Ilunga Mbuyi Kalala Tshibangu Ngoy Kasongo Lukusa'),
  },
  pakistan: {
    M: mots('Ali Hamza Bilal Usman Zain Waqas Adeel Hassan'),
    F: mots('Aisha Hira'),
    noms: mots('Khan Hussain Ali Shah Malik Iqbal Butt Mahmood Akhtar'),
  },
  egypte: {
    M: mots('Mahmoud Mostafa Ahmed Karim Youssef Omar Hassan Mina'),
    F: mots('Mariam Salma'),
    noms: mots('Hassan Mahmoud Ibrahim Salem Mansour Farouk Gaber Shehata'),
  },
};
