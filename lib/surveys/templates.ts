import type { Asked } from './wording'

type Touchpoint = readonly [name: string, channel: string]
type Stage = { name: string; touchpoints: readonly Touchpoint[]; survey: { at: string; name: string; asked: Asked } }
export type Template = { name: string; about: string; stages: readonly Stage[] }

const stage = (name: string, touchpoints: readonly Touchpoint[], at: string, survey: string, asked: Asked): Stage => ({
  name,
  touchpoints,
  survey: { at, name: survey, asked },
})

const shop: Template = {
  name: 'Online shop',
  about: 'From the first visit to the return',
  stages: [
    stage('Discover', [['Home page', 'web'], ['Newsletter', 'email'], ['Search', 'web']], 'Home page', 'After the first visit', { csat: 'finding your way around our shop', felt: 'when you first looked around' }),
    stage('Compare', [['Product page', 'web'], ['Size guide', 'web'], ['Chat advice', 'chat']], 'Product page', 'After comparing', { csat: 'what our product pages told you' }),
    stage('Checkout', [['Basket', 'web'], ['Payment', 'web'], ['Order confirmation', 'email']], 'Payment', 'After checkout', { nps: true, ces: 'place your order' }),
    stage('Delivery', [['Parcel tracking', 'app'], ['Handover', 'mail']], 'Handover', 'After delivery', { nps: true, csat: 'the delivery of your order' }),
    stage('Use', [['Unpacking', 'mail'], ['Care tips', 'email']], 'Unpacking', 'After two weeks of use', { nps: true, felt: 'when you used it for the first time' }),
    stage('Return', [['Return label', 'web'], ['Refund', 'email'], ['Support call', 'phone']], 'Refund', 'After a return', { nps: true, ces: 'send something back' }),
  ],
}

const saas: Template = {
  name: 'Software subscription',
  about: 'From the first look to the renewal',
  stages: [
    stage('Awareness', [['Landing page', 'web'], ['Webinar', 'web']], 'Landing page', 'First impression', { csat: 'what our website told you' }),
    stage('Consideration', [['Plans page', 'web'], ['Sales chat', 'chat'], ['Product demo', 'phone']], 'Plans page', 'Plan comparison', { nps: true, csat: 'how our plans were explained' }),
    stage('Purchase', [['Sign-up', 'web'], ['Payment', 'web']], 'Payment', 'After checkout', { nps: true, ces: 'buy your plan' }),
    stage('Onboarding', [['Set-up wizard', 'app'], ['Data import', 'app'], ['Welcome e-mails', 'email']], 'Set-up wizard', 'After set-up', { nps: true, ces: 'set up your account', felt: 'while setting up' }),
    stage('Use & support', [['Everyday use', 'app'], ['Support case', 'chat'], ['Help centre', 'web']], 'Support case', 'Support closed', { nps: true, csat: 'how your question was solved', ces: 'get help' }),
    stage('Renewal', [['Renewal notice', 'email'], ['Invoice', 'email']], 'Renewal notice', 'Renewal check-in', { nps: true }),
  ],
}

const broadband: Template = {
  name: 'Broadband',
  about: 'From the order to the line in daily use',
  stages: [
    stage('Order', [['Availability check', 'web'], ['Order hotline', 'phone'], ['Shop visit', 'store']], 'Order hotline', 'After the order', { nps: true, ces: 'order your line' }),
    stage('Equipment', [['Router delivery', 'mail'], ['Set-up guide', 'mail']], 'Router delivery', 'After the router came', { nps: true, csat: 'the delivery of your router' }),
    stage('Activation', [['Technician visit', 'store'], ['Switch-on message', 'email'], ['Self set-up', 'app']], 'Technician visit', 'After the technician', { nps: true, csat: 'the visit of our technician', felt: 'on the day of the switch-on' }),
    stage('First bill', [['First invoice', 'email'], ['Payment', 'web']], 'First invoice', 'After the first bill', { nps: true, csat: 'how clear your first bill was' }),
    stage('Daily use', [['Line quality', 'app'], ['Fault report', 'phone'], ['Moving house', 'phone']], 'Line quality', 'After three months', { nps: true, felt: 'using your line day by day' }),
  ],
}

const clinic: Template = {
  name: 'Clinic visit',
  about: 'From the appointment to the follow-up',
  stages: [
    stage('Booking', [['Booking page', 'web'], ['Booking call', 'phone'], ['Reminder', 'email']], 'Booking page', 'After booking', { ces: 'book your appointment' }),
    stage('Arrival', [['Way to us', 'mail'], ['Reception', 'store'], ['Waiting room', 'store']], 'Reception', 'After arrival', { csat: 'your welcome at the reception', felt: 'in the waiting room' }),
    stage('Examination', [['Talk with the doctor', 'store'], ['Examination room', 'store']], 'Talk with the doctor', 'After the visit', { nps: true, csat: 'the time that was taken for you', felt: 'during the examination' }),
    stage('Result', [['Result call', 'phone'], ['Patient portal', 'web']], 'Result call', 'After the result', { csat: 'how your result was explained' }),
    stage('Follow-up', [['Prescription', 'app'], ['Follow-up call', 'phone'], ['Invoice', 'mail']], 'Follow-up call', 'After the follow-up', { nps: true, ces: 'get everything you needed afterwards' }),
  ],
}

/** Journeys to begin with, each with a survey for every stage. `blank` has two empty stages and none. */
export const TEMPLATES = {
  'online-shop': shop,
  saas,
  broadband,
  'clinic-visit': clinic,
  blank: { name: 'Blank', about: 'Two empty stages', stages: [] },
} as const satisfies Record<string, Template>

export type TemplateId = keyof typeof TEMPLATES
export const TEMPLATE_IDS = ['online-shop', 'saas', 'broadband', 'clinic-visit', 'blank'] as const
