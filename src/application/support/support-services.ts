import { noteAttendances } from '../events.ts';
import type { Ports } from '../service-ports.ts';
import { answerSupport, askSupport, endSupport, readOwnSchools } from './ask-support.ts';
import { endClassProject, enterClasses, saveClassProject, withdrawClasses } from './class-projects.ts';
import { answerInvitation, cancelInvitations, invitePeople, remindInvited } from './invitations.ts';
import { askMeeting, cancelMeeting, holdMeeting, moveMeeting, takeMeetingBack } from './meetings.ts';

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
