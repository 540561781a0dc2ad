/** Letters about the event itself and what is near: changes, practical information, offers and invitations that run out. */
export const sv = {
  expiring: {
    subject: "Platsen hålls till {until}: {what}",
    heading: "Vi har inte hört från dig",
    intro: "Vi håller en plats på {event} åt dig till {until}. Sedan går den vidare till nästa i kön.",
    introSession: "Vi håller en plats på {what} åt dig till {until}. Sedan går den vidare till nästa i kön.",
    once: "Tacka ja eller nej på din sida. Vi påminner dig inte igen.",
  },
  unfinished: {
    subject: "Ditt svar är inte klart, svara senast {date}: {event}",
    heading: "Du har inte svarat än",
    intro: "Du har öppnat inbjudan till {event}, men ditt svar har inte kommit fram till oss.",
    ask: "Med länken tackar du ja eller nej. Det tar ett par minuter.",
  },
  practical: {
    subject: "Inför {event}",
    heading: "Praktisk information",
    intro: "Snart är det dags för {event}. Här är det du behöver veta inför dagen.",
    travel: "Hitta hit",
    access: "Tillgänglighet",
    more: "Bra att veta",
  },
};

export const en: typeof sv = {
  expiring: {
    subject: "The place is kept until {until}: {what}",
    heading: "We have not heard from you",
    intro: "We keep a place at {event} for you until {until}. Then it goes to the next in line.",
    introSession: "We keep a place at {what} for you until {until}. Then it goes to the next in line.",
    once: "Accept or decline on your page. We will not remind you again.",
  },
  unfinished: {
    subject: "Your answer is not finished, please answer by {date}: {event}",
    heading: "You have not answered yet",
    intro: "You have opened the invitation to {event}, but your answer has not reached us.",
    ask: "Accept or decline with the link. It takes a couple of minutes.",
  },
  practical: {
    subject: "Before {event}",
    heading: "Practical information",
    intro: "It will soon be time for {event}. Here is what you need to know before you come.",
    travel: "Getting there",
    access: "Accessibility",
    more: "Good to know",
  },
};
