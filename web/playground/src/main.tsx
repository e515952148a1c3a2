import 'graphiql/style.css';
import './main.css';
import './workers';

import { createRoot } from 'react-dom/client';

import { Playground } from './Playground';

const place = document.getElementById('playground');
if (!place) throw new Error('The page has no element with the id "playground"');
createRoot(place).render(<Playground />);
