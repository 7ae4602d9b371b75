// Reads a GIFT file with gift-pegjs and compares it with what it was written from:
// node check_gift.mjs ivig.gift ivig.json
import { readFileSync } from "node:fs";
import gift from "gift-pegjs";

const [file, expected] = process.argv.slice(2).map((name) => readFileSync(name, "utf8"));
const found = gift.parse(file).filter((each) => each.type !== "Category");
const wanted = JSON.parse(expected);
const differences = [];
const same = (where, given, right) => {
  if (JSON.stringify(given) !== JSON.stringify(right)) differences.push({ where, given, right });
};

same("number of questions", found.length, wanted.length);
found.forEach((question, place) => {
  const right = wanted[place];
  const where = (what) => `${right.id}: ${what}`;
  same(where("id"), [question.id, question.title], [right.id, right.id]);
  same(where("stem"), question.stem.text, right.stem);
  same(where("general feedback"), question.globalFeedback.text, right.general);
  same(where("tags"), question.tags, right.tags);
  if (right.pairs) {
    same(where("pairs"), question.matchPairs.map((pair) => [pair.subquestion.text, pair.subanswer]), right.pairs);
  } else {
    const options = question.choices.map((each) => ({
      text: each.text.text,
      share: each.weight ?? (each.isCorrect ? 100 : 0),
      feedback: each.feedback?.text,
    }));
    same(where("options"), options, right.options);
  }
});
const options = found.reduce((sum, each) => sum + (each.choices ?? []).length, 0);
console.log(`${found.length} questions, ${options} options, ${differences.length} differences`);
differences.forEach((each) => console.log(JSON.stringify(each)));
process.exit(differences.length ? 1 : 0);
