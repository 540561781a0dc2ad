import * as account from "./messages/account";
import * as apiErrors from "./messages/api-errors";
import * as booking from "./messages/booking";
import * as cancelEvent from "./messages/cancel-event";
import * as changeRequests from "./messages/change-requests";
import * as codes from "./messages/codes";
import * as editor from "./messages/editor";
import * as editorPublishing from "./messages/editor-publishing";
import * as event from "./messages/event";
import * as eventChanges from "./messages/event-changes";
import * as eventLog from "./messages/event-log";
import * as eventLogActions from "./messages/event-log-actions";
import * as eventMail from "./messages/event-mail";
import * as failures from "./messages/failures";
import * as guests from "./messages/guests";
import * as installation from "./messages/installation";
import * as invitation from "./messages/invitation";
import * as invitationImport from "./messages/invitation-import";
import * as invitations from "./messages/invitations";
import * as mail from "./messages/mail";
import * as mailBooking from "./messages/mail-booking";
import * as mailEvent from "./messages/mail-event";
import * as mailInvitation from "./messages/mail-invitation";
import * as mailMember from "./messages/mail-member";
import * as mailPreferences from "./messages/mail-preferences";
import * as mailReminders from "./messages/mail-reminders";
import * as mailSamples from "./messages/mail-samples";
import * as mailSelfService from "./messages/mail-self-service";
import * as mailSpeaker from "./messages/mail-speaker";
import * as mailWaiting from "./messages/mail-waiting";
import * as mailings from "./messages/mailings";
import * as meals from "./messages/meals";
import * as my from "./messages/my";
import * as nextEdition from "./messages/next-edition";
import * as organiser from "./messages/organiser";
import * as organiserNav from "./messages/organiser-nav";
import * as organiserPerson from "./messages/organiser-person";
import * as ownTexts from "./messages/own-texts";
import * as participantList from "./messages/participant-list";
import * as price from "./messages/price";
import * as programmeEditor from "./messages/programme-editor";
import * as programmeImport from "./messages/programme-import";
import * as questions from "./messages/questions";
import * as register from "./messages/register";
import * as registrationErrors from "./messages/registration-errors";
import * as reminders from "./messages/reminders";
import * as retention from "./messages/retention";
import * as selfService from "./messages/self-service";
import * as settings from "./messages/settings";
import * as shell from "./messages/shell";
import * as signIn from "./messages/sign-in";
import * as speak from "./messages/speak";
import * as speakers from "./messages/speakers";
import * as states from "./messages/states";
import * as team from "./messages/team";
import * as waiting from "./messages/waiting";

/** All texts of the product. One file a namespace, both languages side by side, so that neither is forgotten. */
export const messages = {
  sv: {
    account: account.sv,
    apiErrors: apiErrors.sv,
    booking: booking.sv,
    cancelEvent: cancelEvent.sv,
    changeRequests: changeRequests.sv,
    codes: codes.sv,
    editor: editor.sv,
    editorPublishing: editorPublishing.sv,
    event: event.sv,
    eventChanges: eventChanges.sv,
    eventLog: eventLog.sv,
    eventLogActions: eventLogActions.sv,
    eventMail: eventMail.sv,
    failures: failures.sv,
    nextEdition: nextEdition.sv,
    organiser: organiser.sv,
    organiserNav: organiserNav.sv,
    organiserPerson: organiserPerson.sv,
    participantList: participantList.sv,
    states: states.sv,
    team: team.sv,
    ownTexts: ownTexts.sv,
    price: price.sv,
    questions: questions.sv,
    register: register.sv,
    mail: mail.sv,
    mailBooking: mailBooking.sv,
    mailEvent: mailEvent.sv,
    mailInvitation: mailInvitation.sv,
    mailMember: mailMember.sv,
    mailPreferences: mailPreferences.sv,
    mailReminders: mailReminders.sv,
    mailSamples: mailSamples.sv,
    mailSelfService: mailSelfService.sv,
    mailSpeaker: mailSpeaker.sv,
    mailWaiting: mailWaiting.sv,
    mailings: mailings.sv,
    meals: meals.sv,
    my: my.sv,
    guests: guests.sv,
    installation: installation.sv,
    invitation: invitation.sv,
    invitationImport: invitationImport.sv,
    invitations: invitations.sv,
    registrationErrors: registrationErrors.sv,
    reminders: reminders.sv,
    programmeEditor: programmeEditor.sv,
    programmeImport: programmeImport.sv,
    retention: retention.sv,
    selfService: selfService.sv,
    settings: settings.sv,
    shell: shell.sv,
    signIn: signIn.sv,
    speak: speak.sv,
    speakers: speakers.sv,
    waiting: waiting.sv,
  },
  en: {
    account: account.en,
    apiErrors: apiErrors.en,
    booking: booking.en,
    cancelEvent: cancelEvent.en,
    changeRequests: changeRequests.en,
    codes: codes.en,
    editor: editor.en,
    editorPublishing: editorPublishing.en,
    event: event.en,
    eventChanges: eventChanges.en,
    eventLog: eventLog.en,
    eventLogActions: eventLogActions.en,
    eventMail: eventMail.en,
    failures: failures.en,
    nextEdition: nextEdition.en,
    organiser: organiser.en,
    organiserNav: organiserNav.en,
    organiserPerson: organiserPerson.en,
    participantList: participantList.en,
    states: states.en,
    team: team.en,
    ownTexts: ownTexts.en,
    price: price.en,
    questions: questions.en,
    register: register.en,
    mail: mail.en,
    mailBooking: mailBooking.en,
    mailEvent: mailEvent.en,
    mailInvitation: mailInvitation.en,
    mailMember: mailMember.en,
    mailPreferences: mailPreferences.en,
    mailReminders: mailReminders.en,
    mailSamples: mailSamples.en,
    mailSelfService: mailSelfService.en,
    mailSpeaker: mailSpeaker.en,
    mailWaiting: mailWaiting.en,
    mailings: mailings.en,
    meals: meals.en,
    my: my.en,
    guests: guests.en,
    installation: installation.en,
    invitation: invitation.en,
    invitationImport: invitationImport.en,
    invitations: invitations.en,
    registrationErrors: registrationErrors.en,
    reminders: reminders.en,
    programmeEditor: programmeEditor.en,
    programmeImport: programmeImport.en,
    retention: retention.en,
    selfService: selfService.en,
    settings: settings.en,
    shell: shell.en,
    signIn: signIn.en,
    speak: speak.en,
    speakers: speakers.en,
    waiting: waiting.en,
  },
};

export type Messages = (typeof messages)["sv"];
export type Namespace = keyof Messages;
