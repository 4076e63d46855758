import { agreement, bullets, clause, numbered, paragraph, table } from '../model/compose'

/** The frame of a partnership agreement. Guidance is in italics and is taken out once the clause is written. */
export const partnershipEn = agreement(
  clause(
    'parties',
    'Parties',
    paragraph(
      '*Guidance: list every party by its official name and business ID. Contact persons belong in an annex, so that the agreement need not change when a person does.*',
    ),
    paragraph('The parties to this agreement are:'),
    bullets(
      '[name of municipality], [business ID]',
      '[name of authority], [business ID]',
      '[name of association], [business ID]',
    ),
    paragraph('[Name of lead municipality] leads the co-operation.'),
  ),
  clause(
    'background',
    'Background and purpose',
    paragraph(
      '*Guidance: say briefly why the co-operation is needed, which preparation and decisions the agreement rests on, and what it is to achieve.*',
    ),
    paragraph(
      'The parties have prepared a shared way of working so that [target group] receive the services they need in good time. In this agreement the parties agree how it is taken into use and how it is developed.',
    ),
  ),
  clause(
    'definitions',
    'Definitions',
    paragraph('*Guidance: define only words that can be understood in more than one way.*'),
    table(
      ['Term', 'Meaning in this agreement'],
      ['Client', '[description]'],
      ['Service path', '[description]'],
      ['Case worker', '[description]'],
    ),
  ),
  clause(
    'objectives',
    'Objectives',
    paragraph(
      '*Guidance: word the objectives so that it can be judged whether they were reached. Each has an indicator in clause* [[indicators]]*.*',
    ),
    numbered(
      'Services are clear, simple and reliable.',
      'Clients reach services faster than today.',
      'Services are provided more economically than today.',
    ),
  ),
  clause(
    'principles',
    'Principles of co-operation',
    paragraph(
      '*Guidance: write five or six principles at most, which every party can keep to even when it is difficult.*',
    ),
    bullets(
      '**The client comes first.** [explanation]',
      '**One shared service promise.** [explanation]',
      '**Information moves with the client’s permission.** [explanation]',
      '**Decisions are made where the responsibility lies.** [explanation]',
    ),
  ),
  clause(
    'roles',
    'Roles and responsibilities',
    paragraph(
      '*Guidance: say who is responsible for what. A statutory duty cannot be transferred by this agreement.*',
    ),
    clause(
      'roles-municipalities',
      'Municipalities',
      paragraph('The municipality [is responsible for / takes part in / appoints].'),
    ),
    clause(
      'roles-third-sector',
      'Third sector',
      paragraph('The association [provides / takes part in / gathers].'),
    ),
    clause(
      'roles-employment',
      'Employment services',
      paragraph('The employment services [assess / refer / are responsible for].'),
    ),
    clause(
      'roles-table',
      'Division of responsibilities',
      table(
        ['Task', 'Responsible', 'Takes part'],
        ['First contact', '[party]', '[parties]'],
        ['Assessment of needs', '[party]', '[parties]'],
        ['The plan and its follow-up', '[party]', '[parties]'],
      ),
    ),
  ),
  clause(
    'process',
    'Joint service process and client guidance',
    paragraph(
      '*Guidance: describe the path in outline and refer to the annex. Agree how soon a client is answered and who stays in touch while responsibility passes on.*',
    ),
    clause('process-steps', 'Steps of the service path', numbered('[step]', '[step]', '[step]')),
    clause(
      'process-transfer',
      'Transfer of responsibility',
      paragraph('Responsibility for a client passes on only when [condition].'),
    ),
  ),
  clause(
    'governance',
    'Governance',
    clause(
      'steering-group',
      'Steering group',
      paragraph('*Guidance: state its members, chair and tasks, and what it decides on.*'),
      paragraph(
        'Each party appoints one representative and one deputy to the steering group. It is chaired by [party].',
      ),
    ),
    clause(
      'working-group',
      'Working group',
      paragraph(
        'The working group prepares matters for the steering group and sees that what was agreed is carried out.',
      ),
    ),
    clause(
      'meetings',
      'Meetings',
      paragraph('The steering group meets at least [twice] a year. Minutes are kept of its meetings.'),
    ),
  ),
  clause(
    'staff',
    'Staff and competence',
    paragraph('*Guidance: agree on employer’s duties, induction and shared training.*'),
    paragraph('Each party carries the employer’s duties for its own staff.'),
  ),
  clause(
    'information',
    'Information exchange and data protection',
    paragraph(
      '*Guidance: before signing, establish with the data protection officer who is the controller, what data are disclosed and on what ground.*',
    ),
    clause(
      'controller',
      'Controller',
      paragraph('Each party is the controller of the data it processes in its own task.'),
    ),
    clause(
      'disclosure',
      'Disclosure of data',
      paragraph('Data about a client are disclosed only when [statutory ground or the client’s consent].'),
    ),
    clause(
      'security',
      'Information security and incidents',
      paragraph('A party informs the others of a personal data breach without delay.'),
    ),
  ),
  clause(
    'costs',
    'Costs and resources',
    paragraph('*Guidance: say what each pays for itself, which costs are shared and on what basis.*'),
    paragraph(
      'Each party bears its own costs. Joint costs are shared [on the basis of], and are decided on each year together with the budget.',
    ),
  ),
  clause(
    'communication',
    'Communication',
    paragraph('*Guidance: agree who communicates on what, in which languages, and who answers the media.*'),
    paragraph(
      '[Party] is responsible for joint communication. Each party communicates about its own activities.',
    ),
  ),
  clause(
    'evaluation',
    'Evaluation',
    clause(
      'indicators',
      'Indicators',
      table(
        ['Indicator', 'Baseline', 'Target', 'Source'],
        ['Time from first contact to plan', '[value]', '[value]', '[source]'],
        ['Clients referred to services', '[value]', '[value]', '[source]'],
        ['Client feedback', '[value]', '[value]', '[source]'],
      ),
    ),
    clause(
      'reporting',
      'Follow-up and reporting',
      paragraph('Results are evaluated once a year. [Party] compiles a report for the steering group.'),
    ),
  ),
  clause(
    'quality',
    'Quality assurance',
    paragraph('*Guidance: say how quality is ensured day by day and how mistakes are learned from.*'),
    paragraph('The parties go through client feedback and deviations together [interval].'),
  ),
  clause(
    'changes',
    'Changes to the agreement',
    paragraph(
      'The agreement is changed in writing. A change takes effect when all parties have approved it.',
    ),
  ),
  clause(
    'term',
    'Term and termination',
    clause(
      'entry-into-force',
      'Entry into force',
      paragraph(
        'The agreement enters into force on [date], when all parties have approved it as agreed in clause [[approval]].',
      ),
    ),
    clause('duration', 'Duration', paragraph('The agreement is in force until [date].')),
    clause(
      'termination',
      'Notice',
      paragraph('A party may give notice in writing. The period of notice is [six] months.'),
    ),
  ),
  clause(
    'disputes',
    'Disputes',
    paragraph('Disputes are settled primarily by negotiation. [The secondary way of settling them.]'),
  ),
  clause('annexes', 'Annexes', numbered('Co-operation model', 'Service path', 'Evaluation plan')),
  clause(
    'approval',
    'Approval',
    paragraph(
      '*Guidance: record each party’s body, date and section of the minutes as the decisions are made.*',
    ),
    table(['Party', 'Body', 'Date and section'], ['[party]', '[body]', '[date, §]']),
  ),
)
