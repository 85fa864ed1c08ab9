export default function Page() {
  return <h1>Case reviews</h1>
}
