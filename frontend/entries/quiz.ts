/** What the page of the practice test has besides. */

import { bindQuiz } from "../quiz/quiz.js";

bindQuiz(document);
