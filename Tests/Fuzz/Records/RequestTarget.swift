import Requests
import Values

/// A request that reads is written and read again as the same request, in either form.
func fuzzRequest(_ bytes: [UInt8], _ name: RequestName) {
  let request: Request
  do throws(RequestProblems) {
    request = try RequestReader.read(bytes, name: name, limits: .standard)
  } catch {
    hold(!error.all.isEmpty && !error.description.isEmpty, "a refused request says why")
    return
  }
  do throws(RequestProblems) {
    let json = try RequestReader.read(RequestWriter.json(request), name: .json, limits: .standard)
    hold(json == request, "a request written as JSON is the same")
    let xml = try RequestReader.read(RequestWriter.xml(request), name: .xml, limits: .standard)
    hold(xml == request, "a request written as XML is the same")
  } catch {
    fatalError("broken: a written request reads: \(error.description)")
  }
}
