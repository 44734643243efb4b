/** A utility process: answers, writes, and ends as it is told. */
const port = process.parentPort;

port.on('message', ({ data }) => {
  if (data.exit !== undefined) process.exit(data.exit);
  console.log(`heard ${data.text}`);
  port.postMessage({ answer: `${data.text}!`, type: process.type, map: data.map });
});
