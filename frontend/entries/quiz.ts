/** What the page of the practice test has besides. */

import { offerQuiz } from "../quiz/quiz.js";

offerQuiz(document);
