import type { Ports } from '../service-ports.ts';
import { answerInvitation } from './answer-invitation.ts';
import { answerSupport, askSupport, endSupport } from './ask-support.ts';
import { endClassProject, enterClasses, saveClassProject, withdrawClasses } from './class-projects.ts';
import { holdMeeting, takeMeetingBack } from './hold-meetings.ts';
import { cancelInvitations, invitePeople, remindInvited } from './invite-people.ts';
import { askMeeting, cancelMeeting, moveMeeting } from './keep-meetings.ts';
import { noteAttendances } from './note-attendances.ts';
import { readOwnSchools } from './own-schools.ts';

/** Use cases of the support that the DANE gives: requests, meetings, invitations, projects for classes. */
export function supportServices(ports: Ports) {
  return {
    readOwnSchools: readOwnSchools(ports),
    askSupport: askSupport(ports),
    answerSupport: answerSupport(ports),
    endSupport: endSupport(ports),
    saveClassProject: saveClassProject(ports),
    endClassProject: endClassProject(ports),
    enterClasses: enterClasses(ports),
    withdrawClasses: withdrawClasses(ports),
    invitePeople: invitePeople(ports),
    remindInvited: remindInvited(ports),
    cancelInvitations: cancelInvitations(ports),
    noteAttendances: noteAttendances(ports),
    answerInvitation: answerInvitation(ports),
    askMeeting: askMeeting(ports),
    moveMeeting: moveMeeting(ports),
    cancelMeeting: cancelMeeting(ports),
    holdMeeting: holdMeeting(ports),
    takeMeetingBack: takeMeetingBack(ports),
  };
}
